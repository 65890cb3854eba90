import { attribute } from '../model/attributes.ts';
import { elementCount, floatTensor, floatsOf } from '../model/tensor.ts';
import type { Graph, Node } from '../model/types.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { sameShape } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import { Emission, type Emit, type RewriteContext } from './emission.ts';
import type { LinearHook, ReadWeight, TrainableWeight, WeightHook } from './hooks.ts';
import { isKnown, isStored, itemOf, storedName, type Item, type Stored } from './item.ts';
import { elements, isFloat, known, toTensor, type Known } from './known/known.ts';
import { folds } from './known/registry.ts';
import { isWeight, partNames, siteName } from './names.ts';

export interface RewriterOptions {
  readonly opset: number;
  /** Heads of queries and of keys in a product that makes queries, keys and values, by its output's name. */
  readonly packed: ReadonlyMap<string, PackedHeads>;
  readonly emits: ReadonlyMap<string, Emit>;
  readonly linear?: LinearHook | undefined;
  readonly weight?: WeightHook | undefined;
  /** Told of every weight. */
  readonly seen?: ((weight: TrainableWeight) => void) | undefined;
}

export interface PackedHeads {
  readonly heads: number;
  readonly kvHeads: number;
}

/** Floats up to so many are widened here, larger ones by the runtime. */
const smallCount = 4096;

/** 'Add', 'com.microsoft.MatMulNBits'. */
const keyOf = ({ domain, op }: Node): string =>
  domain === '' || domain === 'ai.onnx' ? op : `${domain}.${op}`;

/**
 * Writes nodes of a file anew through a GraphBuilder, whose operators can be differentiated: what follows
 * from shapes, positions and masks is worked out on the way; every other node is emitted, those of
 * onnxruntime's own domain in simpler ones. All arithmetic is in float32, whatever the file's.
 */
export class Rewriter implements RewriteContext {
  readonly g: GraphBuilder;
  readonly options: RewriterOptions;
  readonly #items = new Map<string, Item>();
  readonly #constants = new Map<Known, Value>();
  readonly #stored = new Map<string, Value>();
  /** Values that are a stored matrix with its axes exchanged: products then read that matrix. */
  readonly #exchanged = new Map<string, Stored>();

  constructor(g: GraphBuilder, options: RewriterOptions) {
    this.g = g;
    this.options = options;
  }

  set(name: string, item: Item): void {
    this.#items.set(name, item);
  }

  has(name: string): boolean {
    return this.#items.has(name);
  }

  item(name: string): Item {
    const item = this.#items.get(name);
    if (!item) throw new NoMatch(`nothing makes ${name}`);
    return item;
  }

  addInitializers({ initializers }: Graph): void {
    for (const [name, tensor] of initializers) this.set(name, itemOf(name, tensor));
  }

  /** Evaluates one node; its outputs can be read afterwards. */
  run(node: Node): void {
    const inputs = node.inputs.map((name) => (name === '' ? undefined : this.item(name)));
    const outputs = this.#branch(node, inputs) ?? this.#outputsOf(node, inputs);
    node.outputs.forEach((name, i) => {
      const item = outputs[i];
      if (name !== '' && item) this.set(name, item);
    });
  }

  /** If with a known condition: the nodes of one branch. */
  #branch(node: Node, inputs: readonly (Item | undefined)[]): Item[] | undefined {
    if (node.op !== 'If') return undefined;
    const condition = inputs[0];
    if (!condition || !isKnown(condition))
      throw new NoMatch(`${node.name} decides by what only a run knows`);
    const kind = condition.values[0] ? 'then_branch' : 'else_branch';
    const branch = attribute(node.attributes, kind, 'graph') as Graph;
    this.addInitializers(branch);
    for (const inner of branch.nodes) this.run(inner);
    return branch.outputs.map(({ name }) => this.item(name));
  }

  #outputsOf(node: Node, inputs: readonly (Item | undefined)[]): readonly (Item | undefined)[] {
    const key = keyOf(node);
    try {
      const fold = folds.get(key);
      if (fold && inputs.every((item) => !item || isKnown(item)))
        return fold(new Emission(this, node, key, inputs).folding());
      return (this.options.emits.get(key) ?? ((call) => call.same()))(
        new Emission(this, node, key, inputs),
      );
    } catch (error) {
      if (error instanceof NoMatch) throw error;
      throw new NoMatch(`${node.name || key}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** An item as a value of the graph; a weight is given to the hook before it is used. */
  value(item: Item, trainable = true): Value {
    const value = this.compact(item, trainable);
    return isKnown(item) ? this.g.expand(value, item.shape) : value;
  }

  /** The same, with 1 for axes along which something known does not change. */
  compact(item: Item, trainable = true): Value {
    if (isKnown(item)) return this.#constant(item);
    if (isStored(item)) return this.#storedValue(item, trainable && isWeight(item.name));
    return item;
  }

  /** What the file stores, as it stores it: for levels of quantised weights. */
  raw({ name, tensor }: Stored): Value {
    return this.g.once(`raw ${name}`, () => this.g.constant(storedName(name), tensor));
  }

  #constant(item: Known): Value {
    const made = this.#constants.get(item);
    if (made) return made;
    const { dtype, shape, values } = item;
    const value =
      dtype === 'int64' && shape.length === 1
        ? this.g.constant('integers', toTensor(known(dtype, shape, elements(item))))
        : shape.length === 0 && isFloat(dtype)
          ? this.g.scalar(values[0] as number)
          : this.g.constant('known', toTensor(item));
    this.#constants.set(item, value);
    return value;
  }

  #storedValue(item: Stored, trainable: boolean): Value {
    const made = this.#stored.get(item.name);
    if (made) return made;
    const { tensor, name } = item;
    if (tensor.dtype === 'bfloat16' || !isFloat(tensor.dtype))
      throw new NoMatch(`${name} is of ${tensor.dtype}`);
    // once for all forward passes in a graph, hooked or not
    const plain = this.g.once(`file ${name}`, () => this.#widened(item));
    const value = trainable ? this.hooked(name, plain, () => floatsOf(tensor)) : plain;
    this.#stored.set(name, value);
    return value;
  }

  /** A constant of the file as float32: widened here where it is small, else by the runtime. */
  #widened({ name, tensor }: Stored): Value {
    const small = !tensor.external && elementCount(tensor.dims) <= smallCount;
    return tensor.dtype !== 'float32' && small
      ? this.g.constant(storedName(name), floatTensor(tensor.dims, floatsOf(tensor)))
      : this.g.cast(this.g.constant(storedName(name), tensor), 'float32');
  }

  /** A weight as the hook wants it. */
  hooked(name: string, plain: Value, read: ReadWeight): Value {
    this.options.seen?.({ name, shape: plain.shape, read });
    const value = this.options.weight?.(this.g, name, plain) ?? plain;
    if (value.dtype !== 'float32' || !sameShape(value.shape, plain.shape))
      throw new Error(
        `the weight ${name} is float32[${plain.shape}], its hook gave ${value.dtype}[${value.shape}]`,
      );
    return value;
  }

  noteExchanged(value: Value, of: Stored): void {
    this.#exchanged.set(value.name, of);
  }

  exchanged(value: Value): Stored | undefined {
    return this.#exchanged.get(value.name);
  }

  /** A linear layer's output as the hook leaves it, part by part where the exporter packed three layers. */
  linear(node: Node, weight: string | undefined, x: Value, y: Value): Value {
    const { linear: hook, packed } = this.options;
    const name = siteName(node.name, weight);
    if (!hook || name === undefined) return y;
    const [rows, columns] = [x.shape.at(-1) as number, y.shape.at(-1) as number];
    const names = partNames(name);
    const of = packed.get(node.outputs[0] ?? '');
    if (!names || !of) return hook(this.g, { name, rows, columns }, x, y);
    const size = columns / (of.heads + 2 * of.kvHeads);
    let end = 0;
    const parts = [of.heads, of.kvHeads, of.kvHeads].map((heads, i) => {
      const start = end;
      end += heads * size;
      const site = { name: names[i] as string, rows, columns: heads * size };
      return hook(this.g, site, x, this.g.slice(y, -1, start, end));
    });
    return this.g.concat(parts, -1);
  }
}

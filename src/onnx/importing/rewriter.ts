import { attribute } from '../model/attributes.ts';
import type { Graph, Node } from '../model/types.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import { operators } from '../ops/registry.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import { Emission, type Emit, type RewriteContext } from './emission.ts';
import { isKnown, isStored, itemOf, type Item } from './item.ts';
import { compacted, elements, isFloat, known, toTensor, type Known } from './known/known.ts';
import { folds } from './known/registry.ts';
import { atSite, type LinearCall, type LinearOptions } from './linear-sites.ts';
import { StoredWeights, type WeightOptions } from './stored-weights.ts';

export interface RewriterOptions extends LinearOptions, WeightOptions {
  readonly opset: number;
  readonly emits: ReadonlyMap<string, Emit>;
}

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
  readonly weights: StoredWeights;
  readonly #items = new Map<string, Item>();
  readonly #constants = new Map<Known, Value>();
  readonly #constantValues = new Set<string>();

  constructor(g: GraphBuilder, options: RewriterOptions) {
    this.g = g;
    this.options = options;
    this.weights = new StoredWeights(g, options);
  }

  set(name: string, item: Item): void {
    this.#items.set(name, item);
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
    const constant = inputs.every((item) => !item || this.isConstant(item));
    node.outputs.forEach((name, i) => {
      const item = outputs[i];
      if (!item) return;
      if (constant && !isKnown(item) && !isStored(item)) this.#constantValues.add(item.name);
      if (name !== '') this.set(name, item);
    });
  }

  /** Whether something follows from constants of the file alone, whatever the run. */
  isConstant(item: Item): boolean {
    return isKnown(item) || isStored(item) || this.#constantValues.has(item.name);
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
      const emit = this.options.emits.get(key);
      if (!emit && !operators.has(key)) throw new NoMatch(`training does not know ${key}`);
      const call = new Emission(this, node, key, inputs);
      return emit ? emit(call) : call.same();
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
    if (isStored(item)) return this.weights.value(item, trainable);
    return item;
  }

  linear(call: LinearCall): Value {
    return atSite(this.g, this.options, call);
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
          : this.g.constant('known', toTensor(compacted(item)));
    this.#constants.set(item, value);
    return value;
  }
}

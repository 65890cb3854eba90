import { attribute } from '../model/attributes.ts';
import type { Attributes, Node } from '../model/types.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { broadcast, sameShape } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import { isKnown, isStored, shapeOf, type Item, type Stored } from './item.ts';
import type { FoldCall } from './known/fold.ts';
import { elements, type Known } from './known/known.ts';
import type { LinearCall } from './linear-sites.ts';
import type { StoredWeights } from './stored-weights.ts';

/** Writes one node of a file into the graph and returns what stands for its outputs. */
export type Emit = (call: Emission) => readonly (Item | undefined)[];

/** What writes the graph, as single nodes see it. */
export interface RewriteContext {
  readonly g: GraphBuilder;
  readonly options: { readonly opset: number };
  /** An item as a value of the graph; a weight is given to the hook before it is used. */
  value(item: Item, trainable?: boolean): Value;
  /** The same, with 1 for axes along which something known does not change. */
  compact(item: Item, trainable?: boolean): Value;
  readonly weights: StoredWeights;
  /** Whether something follows from constants of the file alone, whatever the run. */
  isConstant(item: Item): boolean;
  /** A linear layer's output as the hook leaves it. */
  linear(call: LinearCall): Value;
}

/** One node on its way into the graph, with what stands for its inputs. */
export class Emission {
  readonly rewriter: RewriteContext;
  readonly node: Node;
  readonly key: string;
  readonly items: readonly (Item | undefined)[];

  constructor(
    rewriter: RewriteContext,
    node: Node,
    key: string,
    items: readonly (Item | undefined)[],
  ) {
    this.rewriter = rewriter;
    this.node = node;
    this.key = key;
    this.items = items;
  }

  get g(): GraphBuilder {
    return this.rewriter.g;
  }

  get attributes(): Attributes {
    return this.node.attributes;
  }

  has(index: number): boolean {
    return this.items[index] !== undefined;
  }

  /** The i-th input; throws where it was left out. */
  item(index: number): Item {
    const item = this.items[index];
    if (!item) throw new Error(`input ${index} is missing`);
    return item;
  }

  known(index: number): Known | undefined {
    const item = this.items[index];
    return item && isKnown(item) ? item : undefined;
  }

  stored(index: number): Stored | undefined {
    const item = this.items[index];
    return item && isStored(item) ? item : undefined;
  }

  /** The i-th input as a value of the graph; throws where it was left out. */
  value(index: number, trainable = true): Value {
    return this.rewriter.value(this.item(index), trainable);
  }

  optional(index: number, trainable = true): Value | undefined {
    return this.has(index) ? this.value(index, trainable) : undefined;
  }

  /** Whole numbers of an input, or of an attribute as older operators have them; undefined: neither. */
  integers(index: number, name?: string): number[] | undefined {
    const item = this.items[index];
    if (!item) return name === undefined ? undefined : this.#integersOf(name);
    if (!isKnown(item)) throw new NoMatch(`${this.node.name} reads ${name ?? 'numbers'} off a run`);
    return Array.from(elements(item));
  }

  #integersOf(name: string): number[] | undefined {
    const values = attribute(this.attributes, name, 'ints');
    return values && Array.from(values);
  }

  /** The node with the same operator and attributes; what is known becomes constants. */
  same(attributes: Attributes = this.attributes): Value[] {
    const inputs = this.items.map((item) => item && this.rewriter.value(item));
    return this.g.callAll(this.key, inputs, attributes, this.node.outputs.length, this.node.name);
  }

  /** An elementwise node: what is known is broadcast by the runtime, not written out. */
  elementwise(): Value[] {
    const items = this.items.map((_, i) => this.item(i));
    const inputs = items.map((item) => this.rewriter.compact(item));
    const whole = broadcast(...items.map(shapeOf));
    const [y] = this.g.callAll(this.key, inputs, this.attributes, 1, this.node.name) as [Value];
    return [sameShape(y.shape, whole) ? y : this.g.expand(y, whole)];
  }

  /** The same call for a rule that works with known inputs only. */
  folding(): FoldCall {
    return {
      attributes: this.attributes,
      inputs: this.items as readonly (Known | undefined)[],
      outputCount: this.node.outputs.length,
      opset: this.rewriter.options.opset,
      input: (index) => this.item(index) as Known,
      integers: (index, name) => this.integers(index, name),
    };
  }
}

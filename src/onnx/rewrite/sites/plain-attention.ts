import type { Graph, Node } from '../../model/types.ts';
import { NoMatch, type AttentionSite } from './attention-site.ts';
import { constantOf, scalarOf, type Makers } from './constants.ts';
import type { PlainCache } from './plain-caches.ts';

/** What may be done to keys and values between the cache and the products: no element changes. */
const moving = new Set(['Transpose', 'Reshape', 'Unsqueeze', 'Expand', 'Identity', 'Cast']);
/** What may stand between scores and Softmax, and after it, beside a factor. */
const passing = new Set(['Cast', 'Identity', 'Dropout']);

/** Where scores may come from through a mask. */
const masking: ReadonlyMap<string, (node: Node) => readonly string[]> = new Map([
  ['Add', ({ inputs }: Node) => inputs],
  ['Where', ({ inputs }: Node) => inputs.slice(1)],
]);

/** One value followed upwards: what it comes from, and by what it was multiplied on the way. */
interface Followed {
  readonly from: string;
  readonly factor: number;
}

/** Finds the attention of graphs that write it in plain operators. */
export class PlainAttention {
  readonly #graph: Graph;
  readonly #makers: Makers;
  readonly #caches: ReadonlyMap<string, PlainCache>;
  readonly #size: number;

  constructor(graph: Graph, makers: Makers, caches: readonly PlainCache[], size: number) {
    this.#graph = graph;
    this.#makers = makers;
    this.#caches = new Map(caches.map((cache) => [cache.present, cache]));
    this.#size = size;
  }

  /** The site whose weights a Softmax makes; undefined where it is something else's. */
  siteOf(softmax: Node): readonly [Node, AttentionSite] | undefined {
    const scores = this.#scores(softmax.inputs[0] ?? '');
    const product = scores && this.#makers.get(scores.from);
    if (!product) return undefined;
    const [q = '', k = ''] = product.inputs;
    const keys = this.#cache(k);
    const last = this.#product(softmax.outputs[0] ?? '');
    const values = last && this.#cache(last.inputs[1] ?? '');
    if (!keys || !values || keys.cache.layer !== values.cache.layer) return undefined;
    const queries = this.#unscaled(q);
    const { cache } = keys;
    const [, kvHeads, , size] = cache.past.shape ?? [];
    if (typeof kvHeads !== 'number' || typeof size !== 'number')
      throw new NoMatch(`the sizes of ${cache.past.name} are not in the file`);
    const site: AttentionSite = {
      name: softmax.name,
      layer: cache.layer,
      dtype: cache.past.dtype,
      heads: keys.heads ?? kvHeads,
      kvHeads,
      headSize: size,
      scale: scores.factor * queries.factor * keys.factor,
      softcap: 0,
      window: Infinity,
      rotary: undefined,
      parted: true,
      q: queries.from,
      k: cache.fresh,
      v: values.cache.fresh,
      past: [cache.past.name, values.cache.past.name],
      present: [cache.present, values.cache.present],
      output: last.outputs[0] ?? '',
    };
    return [last, site];
  }

  /** From a Softmax up to the product of queries and keys; masks on the way are what the rewrite does anew. */
  #scores(name: string): Followed | undefined {
    const node = this.#makers.get(name);
    if (!node) return undefined;
    if (node.op === 'MatMul') return { from: name, factor: 1 };
    const scaled = this.#factor(node);
    const next = scaled?.from ?? (passing.has(node.op) ? (node.inputs[0] ?? '') : undefined);
    const tried = next === undefined ? (masking.get(node.op)?.(node) ?? []) : [next];
    for (const input of tried) {
      const found = this.#scores(input);
      if (found) return { from: found.from, factor: found.factor * (scaled?.factor ?? 1) };
    }
    return undefined;
  }

  /** A multiplication by a number: what is multiplied, and by what. */
  #factor(node: Node): Followed | undefined {
    if (node.op !== 'Mul' && node.op !== 'Div') return undefined;
    const [a = '', b = ''] = node.inputs;
    const number = scalarOf(this.#graph, this.#makers, b, this.#size);
    if (number !== undefined) return { from: a, factor: node.op === 'Mul' ? number : 1 / number };
    const first = scalarOf(this.#graph, this.#makers, a, this.#size);
    return first === undefined || node.op === 'Div' ? undefined : { from: b, factor: first };
  }

  #unscaled(name: string): Followed {
    const node = this.#makers.get(name);
    const scaled = node && this.#factor(node);
    if (!scaled) return { from: name, factor: 1 };
    const above = this.#unscaled(scaled.from);
    return { from: above.from, factor: above.factor * scaled.factor };
  }

  /** Keys or values up to the cache that they come from, and how many heads they were repeated for. */
  #cache(name: string): { cache: PlainCache; factor: number; heads?: number } | undefined {
    const cache = this.#caches.get(name);
    if (cache) return { cache, factor: 1 };
    const node = this.#makers.get(name);
    const scaled = node && this.#factor(node);
    if (!node || !(scaled || moving.has(node.op))) return undefined;
    const found = this.#cache(scaled?.from ?? node.inputs[0] ?? '');
    if (!found) return undefined;
    const heads = node.op === 'Reshape' ? this.#heads(node) : found.heads;
    const factor = found.factor * (scaled?.factor ?? 1);
    return { cache: found.cache, factor, ...(heads !== undefined && { heads }) };
  }

  /** Dimension 1 of the shape [B, H, T, size] that a Reshape gives. */
  #heads({ name, inputs: [, shape = ''] }: Node): number {
    const whole = constantOf(this.#graph, this.#makers, shape);
    const parts = this.#makers.get(shape);
    const second =
      whole?.[1] ??
      (parts?.op === 'Concat'
        ? constantOf(this.#graph, this.#makers, parts.inputs[1] ?? '')?.[0]
        : undefined);
    if (second === undefined)
      throw new NoMatch(`the number of heads of ${name} is not in the file`);
    return second;
  }

  /** From a Softmax down to the product with the values. */
  #product(name: string): Node | undefined {
    const [next, ...others] = this.#graph.nodes.filter(({ inputs }) => inputs.includes(name));
    if (!next || others.length > 0) return undefined;
    if (next.op === 'MatMul') return next.inputs[0] === name ? next : undefined;
    return passing.has(next.op) ? this.#product(next.outputs[0] ?? '') : undefined;
  }
}

import { floatOf, intOf } from '../model/attributes.ts';
import type { DType } from '../model/dtypes.ts';
import type { Graph, Node } from '../model/types.ts';

/** A graph that a rewrite does not fit; the message says why, in words that fit into a sentence. */
export class NoMatch extends Error {
  override readonly name = 'NoMatch';
}

/** Rotation that the attention node applies itself. */
export interface SiteRotary {
  /** Tables [positions, width / 2]. */
  readonly cos: string;
  readonly sin: string;
  readonly interleaved: number;
  /** Elements of a head that are turned, from the first on. */
  readonly width: number;
}

/** Where a decoder attends to its past, and how: what any layer of any family may differ in. */
export interface AttentionSite {
  readonly name: string;
  /** The layer's number, as its cache is named. */
  readonly layer: number;
  /** Element type of activations and cache. */
  readonly dtype: DType;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** Factor on the scores. */
  readonly scale: number;
  /** Scores become softcap tanh(score / softcap); 0: they do not. */
  readonly softcap: number;
  /** A query sees this many positions, its own included; Infinity: all. */
  readonly window: number;
  /** Undefined where queries and keys come already turned. */
  readonly rotary: SiteRotary | undefined;
  /** Names of queries, keys, values [B, S, heads size]; of one packed value where k and v are ''. */
  readonly q: string;
  readonly k: string;
  readonly v: string;
  /** Cache [B, KV, past, size]: inputs of the graph, and outputs that extend them. */
  readonly past: readonly [key: string, value: string];
  readonly present: readonly [key: string, value: string];
  /** Name of the result [B, S, heads size]. */
  readonly output: string;
}

/** Optional inputs of GroupQueryAttention that no rewrite knows, by place. */
const unknownInputs = { 10: 'an attention bias', 11: 'attention sinks', 12: 'quantized caches' };

function checkKnown({ name, inputs, attributes }: Node): void {
  for (const [place, what] of Object.entries(unknownInputs))
    if (inputs[Number(place)]) throw new NoMatch(`${name} has ${what}`);
  for (const flag of ['smooth_softmax', 'qk_output'])
    if (intOf(attributes, flag, 0) !== 0) throw new NoMatch(`${name} sets ${flag}`);
}

function rotaryOf(graph: Graph, { name, inputs, attributes }: Node): SiteRotary | undefined {
  if (intOf(attributes, 'do_rotary', 0) === 0) return undefined;
  const [cos = '', sin = ''] = inputs.slice(7, 9);
  const half = graph.initializers.get(cos)?.dims[1];
  if (half === undefined) throw new NoMatch(`the rotary table of ${name} is not in the file`);
  return { cos, sin, interleaved: intOf(attributes, 'rotary_interleaved', 0), width: 2 * half };
}

/**
 * One GroupQueryAttention node as a site (onnxruntime, docs/ContribOperators.md).
 * @throws NoMatch where it uses something that no rewrite knows
 */
export function groupQuerySite(graph: Graph, node: Node): AttentionSite {
  checkKnown(node);
  const { name, inputs, outputs, attributes } = node;
  const [q = '', k = '', v = '', pastKey = '', pastValue = ''] = inputs;
  const [output = '', presentKey = '', presentValue = ''] = outputs;
  const layer = Number(/\.(\d+)\./.exec(pastKey)?.[1] ?? NaN);
  const cache = graph.inputs.find((input) => input.name === pastKey);
  const headSize = cache?.shape?.[3];
  if (!cache || typeof headSize !== 'number' || Number.isNaN(layer))
    throw new NoMatch(`the cache of ${name} is not a numbered input of fixed head size`);
  const window = intOf(attributes, 'local_window_size', -1);
  return {
    name,
    layer,
    dtype: cache.dtype,
    heads: intOf(attributes, 'num_heads', 0),
    kvHeads: intOf(attributes, 'kv_num_heads', 0),
    headSize,
    // 0 is the operator's way to say 1 / sqrt(size)
    scale: floatOf(attributes, 'scale', 0) || headSize ** -0.5,
    softcap: floatOf(attributes, 'softcap', 0),
    window: window < 0 ? Infinity : window,
    rotary: rotaryOf(graph, node),
    q,
    k,
    v,
    past: [pastKey, pastValue],
    present: [presentKey, presentValue],
    output,
  };
}

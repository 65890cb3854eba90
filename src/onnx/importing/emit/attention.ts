import { float, floatOf, int, intOf } from '../../model/attributes.ts';
import { causalAttention, type AttentionOptions } from '../../composites/attention.ts';
import type { GraphBuilder } from '../../graph/builder.ts';
import { dimOf } from '../../graph/shapes.ts';
import type { Value } from '../../graph/value.ts';
import { NoMatch } from '../../rewrite/sites/attention-site.ts';
import type { Emission, Emit } from '../emission.ts';
import { isKnown } from '../item.ts';
import { biasOf } from './bias.ts';
import { rotated } from './rotary.ts';

/** [B, T, n size] -> [B, n, T, size] */
export function parted(g: GraphBuilder, x: Value, heads: number): Value {
  const [batch, length, width] = x.shape as [number, number, number];
  return g.transpose(g.reshape(x, [batch, length, heads, width / heads]), [0, 2, 1, 3]);
}

/** [B, n, T, size] -> [B, T, n size] */
export function joined(g: GraphBuilder, x: Value): Value {
  const [batch, heads, length, size] = x.shape as [number, number, number, number];
  return g.reshape(g.transpose(x, [0, 2, 1, 3]), [batch, length, heads * size]);
}

/** Queries, keys and values apart, each [B, T, heads size]. */
function apart(call: Emission, heads: number, kvHeads: number): readonly [Value, Value, Value] {
  const q = call.value(0);
  if (call.has(1)) return [q, call.value(1), call.value(2)];
  const size = dimOf(q.shape, -1) / (heads + 2 * kvHeads);
  const [first, second] = [heads * size, (heads + kvHeads) * size];
  const part = (from: number, to: number) => call.g.slice(q, -1, from, to);
  return [part(0, first), part(first, second), part(second, dimOf(q.shape, -1))];
}

/** Refuses optional inputs, which say by their places what they are, and flags. */
function refuse({ node }: Emission, inputs: Readonly<Record<number, string>>, flags: string[]) {
  for (const [place, what] of Object.entries(inputs))
    if (node.inputs[Number(place)]) throw new NoMatch(`${node.name} has ${what}`);
  for (const flag of flags)
    if (intOf(node.attributes, flag, 0) > 0) throw new NoMatch(`${node.name} sets ${flag}`);
}

/** RMSNorm of each head, where the node has a weight for it (Qwen 3's queries and keys). */
function headNorm(call: Emission, x: Value, weight: number): Value {
  if (!call.has(weight)) return x;
  const epsilon = float(floatOf(call.attributes, 'qk_norm_epsilon', 1e-6));
  const attributes = { axis: int(-1), epsilon };
  return call.g.op('SimplifiedLayerNormalization', [x, call.value(weight)], attributes);
}

/** onnxruntime's attention of decoders (docs/ContribOperators.md); its lengths are of full rows here. */
const groupQuery: Emit = (call) => {
  refuse(call, { 11: 'attention sinks', 12: 'quantized caches', 13: 'quantized caches' }, [
    'smooth_softmax',
    'qk_output',
  ]);
  const { g, attributes } = call;
  const heads = intOf(attributes, 'num_heads', 0);
  const kvHeads = intOf(attributes, 'kv_num_heads', 0);
  const [flatQ, flatK, flatV] = apart(call, heads, kvHeads);
  const turned = (x: Value) =>
    intOf(attributes, 'do_rotary', 0) === 0
      ? x
      : rotated(call, x, call.value(7, false), call.value(8, false), {
          interleaved: int(intOf(attributes, 'rotary_interleaved', 0)),
        });
  const q = turned(headNorm(call, parted(g, flatQ, heads), 14));
  const k = turned(headNorm(call, parted(g, flatK, kvHeads), 15));
  const window = intOf(attributes, 'local_window_size', -1);
  const bias = call.has(10) ? biasOf(call, 10).bias : undefined;
  const options: AttentionOptions = {
    // 0 is the operator's way to say 1 / sqrt(size)
    scale: floatOf(attributes, 'scale', 0) || dimOf(q.shape, -1) ** -0.5,
    softcap: floatOf(attributes, 'softcap', 0),
    window: window < 0 ? Infinity : window,
    bias,
  };
  return [joined(g, causalAttention(g, q, k, parted(g, flatV, kvHeads), options))];
};

/** Softmax over all that a bias does not hide. */
function fullAttention(g: GraphBuilder, [q, k, v]: readonly Value[], scale: number, bias?: Value) {
  const scores = g.matmul(g.scale(q as Value, scale), g.swapLast(k as Value));
  return g.matmul(g.softmax(bias ? g.add(scores, bias) : scores), v as Value);
}

/** onnxruntime's attention of as many heads for keys as for queries. */
const multiHead: Emit = (call) => {
  const { g, attributes, node } = call;
  if (!call.has(1) || !call.has(2)) throw new NoMatch(`${node.name} has packed inputs`);
  const padding = call.items[4];
  if (padding && !(isKnown(padding) && Array.from(padding.values).every((x) => x !== 0)))
    throw new NoMatch(`${node.name} has a padding mask`);
  const heads = intOf(attributes, 'num_heads', 0);
  const added = call.optional(3);
  let end = 0;
  const [q, k, v] = [0, 1, 2].map((i) => {
    const x = call.value(i);
    if (x.shape.length === 4) return x;
    const start = end;
    end += dimOf(x.shape, -1);
    return parted(g, added ? g.add(x, g.slice(added, 0, start, end)) : x, heads);
  }) as [Value, Value, Value];
  const scale = floatOf(attributes, 'scale', 0) || dimOf(q.shape, -1) ** -0.5;
  const { bias, causal } = call.has(5) ? biasOf(call, 5) : { bias: undefined, causal: false };
  const attended =
    causal || intOf(attributes, 'unidirectional', 0) === 1
      ? causalAttention(g, q, k, v, { scale, bias })
      : fullAttention(g, [q, k, v], scale, bias);
  return [joined(g, attended)];
};

export const attentionEmits: Readonly<Record<string, Emit>> = {
  'com.microsoft.GroupQueryAttention': groupQuery,
  'com.microsoft.MultiHeadAttention': multiHead,
};

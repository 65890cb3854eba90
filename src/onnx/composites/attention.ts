import { floatTensor } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

export interface AttentionOptions {
  /** Factor on the scores, usually 1 / sqrt(head size). */
  scale: number;
  /** Query rows computed together; keys that all of them may not see are not touched. */
  blockRows?: number;
  /** Added to the scores, [B or 1, H or 1, T, T]: a large negative number hides a key from a query. */
  bias?: Value | undefined;
  /** Scores become softcap tanh(score / softcap) before anything is hidden; 0: they do not. */
  softcap?: number | undefined;
  /** A query sees this many positions, its own included; by default all. */
  window?: number | undefined;
}

/** Hides a key: far below any score, yet finite, since -infinity minus itself is not a number. */
export const hidden = -1e9;

/** Scores of rows [start, end) on keys [0, end): 0 where the key is one of the last `window` up to the row. */
function causalMask(g: GraphBuilder, start: number, end: number, window: number): Value {
  return g.once(`causal mask ${start} ${end} ${window}`, () => {
    const rows = end - start;
    const mask = Float32Array.from({ length: rows * end }, (_, i) => {
      const back = start + Math.floor(i / end) - (i % end);
      return back < 0 || back >= window ? hidden : 0;
    });
    return g.constant('causal_mask', floatTensor([rows, end], mask));
  });
}

interface Block {
  start: number;
  end: number;
  /** Scaled queries [B, KV, G n, size], keys and values [B, KV, end, size]. */
  q: Value;
  k: Value;
  v: Value;
  /** Attention weights [B, KV, G n, end] and result [B, KV, G n, size]. */
  p: Value;
  o: Value;
  /** tanh(score / softcap), of the scores' shape. */
  capped: Value | undefined;
}

/**
 * Causal grouped-query attention: q [B, H, T, size], k and v [B, KV, T, size] -> [B, H, T, size].
 *
 * The G = H / KV queries of a group are rows of one product, so keys are never repeated. Rows go
 * in blocks, which skips most of the upper triangle. Gradient of the softmax through
 * rowsum(dO * O) (arXiv 2205.14135, section B.4), which is small, not rowsum(dP * P).
 */
export function causalAttention(
  g: GraphBuilder,
  q: Value,
  k: Value,
  v: Value,
  { scale, blockRows = 128, bias, softcap = 0, window = Infinity }: AttentionOptions,
): Value {
  const [batch, heads, length, size] = q.shape as [number, number, number, number];
  const groups = k.shape[1] as number;
  const perGroup = heads / groups;
  const grouped = (x: Value) => g.reshape(x, [batch, groups, perGroup, length, size]);
  const rows = (x: Value, n: number) => g.reshape(x, [batch, groups, perGroup * n, size]);
  const part = (x: Value, start: number, end: number) =>
    rows(g.slice(grouped(x), 3, start, end), end - start);
  const join = (parts: readonly Value[]) => {
    const stacked = parts.map((x) =>
      g.reshape(x, [batch, groups, perGroup, (x.shape[2] as number) / perGroup, size]),
    );
    return g.reshape(g.concat(stacked, 3), q.shape);
  };

  const forward = (scaled: Value, start: number, end: number): Block => {
    const block = {
      start,
      end,
      q: part(scaled, start, end),
      k: g.slice(k, 2, 0, end),
      v: g.slice(v, 2, 0, end),
    };
    const bare = g.matmul(block.q, g.swapLast(block.k));
    const capped = softcap === 0 ? undefined : g.op('Tanh', [g.scale(bare, 1 / softcap)]);
    const scores = capped ? g.scale(capped, softcap) : bare;
    const n = end - start;
    let visible = g.reshape(scores, [batch, groups * perGroup, n, end]);
    visible = g.add(visible, causalMask(g, start, end, window));
    if (bias) visible = g.add(visible, g.slice(g.slice(bias, 2, start, end), 3, 0, end));
    const p = g.softmax(g.reshape(visible, scores.shape));
    return { ...block, p, o: g.matmul(p, block.v), capped };
  };

  const backward = ({ start, end, q, k, v, p, o, capped }: Block, dy: Value) => {
    const dO = part(dy, start, end);
    // P^T dO and dS^T Q as transposes of small products: P is never transposed
    const dv = g.swapLast(g.matmul(g.swapLast(dO), p));
    const dp = g.matmul(dO, g.swapLast(v));
    const shown = g.mul(p, g.sub(dp, g.sum(g.mul(dO, o), [-1], true)));
    const ds = capped ? g.mul(shown, g.sub(g.scalar(1), g.mul(capped, capped))) : shown;
    const dk = g.swapLast(g.matmul(g.swapLast(q), ds));
    const whole = (x: Value) => g.padZeros(x, 2, 0, length - end);
    return { dq: g.scale(g.matmul(ds, k), scale), dk: whole(dk), dv: whole(dv) };
  };

  const [attended] = g.region([q, k, v], () => {
    const scaled = g.scale(q, scale);
    const blocks: Block[] = [];
    for (let start = 0; start < length; start += blockRows)
      blocks.push(forward(scaled, start, Math.min(start + blockRows, length)));
    const vjp = ([dy]: readonly (Value | undefined)[]) => {
      if (!dy) return [];
      const parts = blocks.map((block) => backward(block, dy));
      const total = (pick: (part: (typeof parts)[number]) => Value) =>
        parts.map(pick).reduce((a, b) => g.add(a, b));
      return [join(parts.map(({ dq }) => dq)), total(({ dk }) => dk), total(({ dv }) => dv)];
    };
    return { outputs: [join(blocks.map(({ o }) => o))], vjp };
  });
  return attended as Value;
}

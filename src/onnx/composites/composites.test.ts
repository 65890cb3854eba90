import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { Value } from '../graph/value.ts';
import { createGraph } from '../ops/registry.ts';
import { draws } from '../testing/draws.ts';
import { gradientProperty } from '../testing/gradient-check.ts';
import { floats, integers, openGraph } from '../testing/run.ts';
import { packingBias } from '../llama/packing.ts';
import { causalAttention } from './attention.ts';
import { logSigmoid, tokenLogProb } from './log-prob.ts';
import { rmsNorm } from './rms-norm.ts';
import { silu } from './silu.ts';

const dim = fc.integer({ min: 1, max: 3 });
const matrix = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 }));

describe('gradients', () => {
  gradientProperty('rmsNorm', matrix, (shape) => ({
    shapes: [shape, [shape[1]]],
    build: (g, x, weight) => rmsNorm(g, x, weight, 1e-2),
  }));
  gradientProperty('silu', matrix, (shape) => ({ shapes: [shape], build: silu }));
  gradientProperty('logSigmoid', matrix, (shape) => ({ shapes: [shape], build: logSigmoid }));
  gradientProperty('tokenLogProb', matrix, ([rows, vocab]) => ({
    shapes: [[rows, vocab]],
    build: (g, x) => {
      const labels = Array.from({ length: rows }, (_, i) => (2 * i + 1) % vocab);
      return tokenLogProb(g, x, g.constant('labels', int64Tensor([rows, 1], labels)));
    },
  }));
  gradientProperty(
    'causalAttention, in one block and in several',
    fc.record({ b: dim, kv: dim, group: dim, t: fc.integer({ min: 1, max: 6 }), size: dim }),
    ({ b, kv, group, t, size }) => ({
      shapes: [
        [b, kv * group, t, size],
        [b, kv, t, size],
        [b, kv, t, size],
      ],
      build: (g, q, k, v) => causalAttention(g, q, k, v, { scale: 0.7, blockRows: 1 + (t % 4) }),
    }),
  );
  gradientProperty(
    'causalAttention with soft caps, a window and a bias',
    fc.record({ kv: dim, t: fc.integer({ min: 1, max: 5 }), size: dim, window: dim }),
    ({ kv, t, size, window }) => ({
      shapes: [
        [1, kv * 2, t, size],
        [1, kv, t, size],
        [1, kv, t, size],
      ],
      build: (g, q, k, v) => {
        const slope = Float32Array.from({ length: 2 * kv * t * t }, (_, i) => -0.1 * (i % 7));
        const bias = g.constant('bias', floatTensor([1, 2 * kv, t, t], slope));
        return causalAttention(g, q, k, v, {
          scale: 0.7,
          softcap: 1.5,
          window,
          bias,
          blockRows: 2,
        });
      },
    }),
  );
});

describe('logSigmoid', () => {
  it('is exact where sigmoid would be 0', async () => {
    const g = createGraph();
    g.output('y', logSigmoid(g, g.input('x', 'float32', [3])));
    const run = await openGraph(g);
    const { y } = await run({ x: floats([3], [-200, 0, 200]) });
    expect(y?.values[0]).toBeCloseTo(-200, 3);
    expect(y?.values[1]).toBeCloseTo(-Math.LN2, 6);
    expect(y?.values[2]).toBeCloseTo(0, 6);
  });
});

/** Attention by its definition, in double precision, one number at a time. */
function reference(
  [q, k, v]: readonly Float32Array[],
  [batch, heads, groups, length, size]: readonly [number, number, number, number, number],
  scale: number,
  sees: (b: number, from: number, to: number) => boolean,
): number[] {
  const out: number[] = [];
  const at = (x: Float32Array | undefined, row: number, d: number) => x?.[row * size + d] ?? NaN;
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < length; i++) {
        const group = b * groups + Math.floor(h / (heads / groups));
        const row = (b * heads + h) * length + i;
        const weights = Array.from({ length }, (_, j) => {
          if (j > i || !sees(b, i, j)) return 0;
          let dot = 0;
          for (let d = 0; d < size; d++) dot += at(q, row, d) * at(k, group * length + j, d);
          return Math.exp(scale * dot);
        });
        const total = weights.reduce((sum, w) => sum + w, 0);
        for (let d = 0; d < size; d++)
          out.push(weights.reduce((s, w, j) => s + (w / total) * at(v, group * length + j, d), 0));
      }
  return out;
}

describe('causalAttention', { timeout: 60_000 }, () => {
  it.each([
    undefined,
    [
      [0, 0, 1, 1, 1, 2, 2],
      [0, 1, 1, 1, 1, 1, 1],
    ],
  ])('is what the definition says, segments %j', async (segments) => {
    const [b, h, kv, t, size] = [2, 4, 2, 7, 4];
    const random = draws(3);
    const data = [h, kv, kv].map((heads) => random.vector(b * heads * t * size, 2));
    const g = createGraph();
    const [q, k, v] = [h, kv, kv].map((heads, i) =>
      g.input(`x${i}`, 'float32', [b, heads, t, size]),
    ) as [Value, Value, Value];
    const bias = segments && packingBias(g, b, t);
    g.output('y', causalAttention(g, q, k, v, { scale: 0.5, blockRows: 3, bias }));
    const run = await openGraph(g);
    const feeds = Object.fromEntries(
      [q, k, v].map(({ name, shape }, i) => [name, floats(shape, data[i] as Float32Array)]),
    );
    if (segments) feeds.segments = integers([b, t], segments.flat());
    const { y } = await run(feeds);
    const sees = (row: number, from: number, to: number) =>
      !segments || segments[row]?.[from] === segments[row]?.[to];
    const expected = reference(data, [b, h, kv, t, size], 0.5, sees);
    expected.forEach((value, i) => expect(y?.values[i]).toBeCloseTo(value, 5));
  });
});

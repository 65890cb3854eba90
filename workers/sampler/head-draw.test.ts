import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFromHead, drawFromRow, isCut, type HeadRow } from './head-draw.ts';
import { logProbability, Sampler } from './sampler.ts';
import { Selector } from './select.ts';

const blockSize = 8;
const same = (_: number, score: number): number => score;

/** What the head would say of these logits, in doubles. */
function headOf(
  logits: Float32Array,
  temperature: number,
  top: number,
  u = 0,
): HeadRow & { shares: Float32Array } {
  const at = (id: number) => logits[id] as number;
  const ids = [...logits.keys()].sort((a, b) => at(b) - at(a) || a - b).slice(0, top);
  const best = at(ids[0] as number);
  const weights = Array.from(logits, (logit) => Math.exp((logit - best) / (temperature || 1)));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = Float32Array.from(weights, (weight) => weight / mass);
  const blockShares = Array.from({ length: Math.ceil(logits.length / blockSize) }, (_, block) =>
    shares
      .subarray(block * blockSize, (block + 1) * blockSize)
      .reduce((sum, share) => sum + share, 0),
  );
  const token = ids[0] as number;
  const upTo = blockShares.map((_, b) => blockShares.slice(0, b + 1).reduce((a, x) => a + x, 0));
  const passed = upTo.filter((sum) => sum <= Math.fround(u) * (upTo.at(-1) ?? 0)).length;
  const nearBlock = Math.min(passed, blockShares.length - 1);
  return {
    topIds: ids,
    topScores: ids.map(at),
    topShares: ids.map((id) => shares[id] as number),
    topLogits: ids.map(at),
    logSum: at(token) - logProbability(logits, token),
    blockShares,
    shares,
    blockSize,
    nearBlock,
    nearShares: shares.subarray(nearBlock * blockSize, (nearBlock + 1) * blockSize),
    vocabularySize: logits.length,
  };
}

// steps that shares tell apart: logits that differ by less than a rounding of the share count as ties there
const rows = fc
  .array(
    fc.oneof(
      fc.integer({ min: -8, max: 8 }).map((n) => n / 2),
      fc.integer({ min: -9000, max: 9000 }).map((n) => n / 1024),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((row) => Float32Array.from(row));
const shapes = fc.record({
  temperature: fc.constantFrom(0, 0.3, 0.7, 1, 1.5),
  topP: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
  topK: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 70 })),
  minP: fc.integer({ min: 0, max: 99 }).map((n) => n / 100),
});
const uniforms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('drawing from what the head gives', () => {
  it('draws what the sampler draws from all logits, or asks for them', () => {
    let decided = 0;
    fc.assert(
      fc.property(
        rows,
        shapes,
        uniforms,
        fc.integer({ min: 1, max: 12 }),
        (logits, shape, u, top) => {
          const sampler = new Sampler(logits.length);
          const head = headOf(logits, shape.temperature, Math.min(top, logits.length), u);
          const early = drawFromHead(head, shape, u, same);
          if (early) decided++;
          const selector = new Selector(logits.length);
          const drawn =
            early ?? drawFromRow(head, head.shares, shape, u, { selector, logitOf: same });
          if (!early) expect(isCut(shape, logits.length)).toBe(true);
          // sums in another order may move a border by a rounding: then a neighbour of u decides alike
          const around = [u, u - 1e-6, u + 1e-6].map(
            (near) =>
              sampler.draw(logits, shape, null, Math.min(Math.max(near, 0), 1 - Number.EPSILON))
                .token,
          );
          expect(around).toContain(drawn.token);
          expect(drawn.logProbability).toBeCloseTo(logProbability(logits, drawn.token), 4);
        },
      ),
      { numRuns: 3000 },
    );
    expect(decided).toBeGreaterThan(500);
  });

  it('needs only the best token where nothing is drawn', () => {
    const head = headOf(Float32Array.of(1, 5, 5, 2), 0, 1);
    expect(
      drawFromHead(head, { temperature: 0, topP: 1, topK: 0, minP: 0 }, 0.9, same)?.token,
    ).toBe(1);
  });

  it('asks for all scores where a tie may go on beyond the list', () => {
    const head = headOf(Float32Array.of(3, 3, 3, 3, 0), 1, 2);
    expect(
      drawFromHead(head, { temperature: 1, topP: 1, topK: 2, minP: 0 }, 0.1, same),
    ).toBeUndefined();
  });

  it('refuses logits that are no numbers', () => {
    const head = { ...headOf(Float32Array.of(1, 2), 1, 1), logSum: NaN };
    expect(() =>
      drawFromHead(head, { temperature: 0, topP: 1, topK: 0, minP: 0 }, 0, same),
    ).toThrow(RangeError);
  });
});

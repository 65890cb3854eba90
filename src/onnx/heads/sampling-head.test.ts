import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { close, logSumOf, order } from '../testing/by-hand.ts';
import { draws } from '../testing/draws.ts';
import { floats, integers, open } from '../testing/run.ts';
import { blockSize, withSamplingHead } from './sampling-head.ts';

/** A decoder that gives the logits it was fed. */
const passing = (vocabularySize: number): Model => ({
  irVersion: 10,
  producer: 'test',
  opsets: { '': 18 },
  metadata: {},
  graph: {
    name: 'passing',
    nodes: [
      {
        op: 'Identity',
        domain: '',
        name: 'id',
        inputs: ['x'],
        outputs: ['logits'],
        attributes: {},
      },
    ],
    initializers: new Map(),
    inputs: [{ name: 'x', dtype: 'float32', shape: ['rows', 1, vocabularySize] }],
    outputs: [{ name: 'logits', dtype: 'float32', shape: ['rows', 1, vocabularySize] }],
    values: [],
  },
});

const rowsOf = (values: ArrayLike<number>, rows: number): number[][] => {
  const size = values.length / rows;
  return Array.from({ length: rows }, (_, r) => Array.from(values).slice(r * size, (r + 1) * size));
};

interface Adjustment {
  id: number;
  place: number;
  before: number;
  factor: number;
  after: number;
}

const adjust = (row: readonly number[], adjustments: readonly Adjustment[]): number[] => {
  const scores = [...row];
  for (const { id, before, factor, after } of adjustments) {
    const biased = Math.fround((row[id] as number) + before);
    // rounded as the device rounds, since a tie in the one must be a tie in the other
    const penalised = Math.fround(biased > 0 ? biased / factor : biased * factor);
    scores[id] = Math.fround(penalised + after);
  }
  return scores;
};

it.each([50, 128, 300])(
  'the sampling head gives what a brute force gives, V = %i',
  { timeout: 60_000 },
  async (vocabularySize) => {
    const run = await open(writeModel(withSamplingHead(passing(vocabularySize))));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        async (seed, rows, changed, top) => {
          const random = draws(seed);
          // coarse, so that ties occur
          const logits = Array.from({ length: rows }, () =>
            Array.from({ length: vocabularySize }, () => random.integer(40) / 4 - 5),
          );
          const us = logits.map(() => random.uniform());
          const temperatures = logits.map(() => 0.2 + random.uniform() * 2);
          const adjustments = logits.map((_, r) => {
            const ids = [
              ...new Set(Array.from({ length: changed }, () => random.integer(vocabularySize))),
            ];
            return ids.map((id) => ({
              id,
              place: r * vocabularySize + id,
              before: random.integer(3) - 1,
              factor: 1 + random.integer(4) / 4,
              after: -random.integer(2),
            }));
          });
          const part = (name: keyof Adjustment) => adjustments.flat().map((each) => each[name]);
          const count = adjustments.flat().length;
          const other = new Array<number>(vocabularySize).fill(99);
          const results = await run({
            // rows may be drawn from in any order, and not all of them
            x: floats([rows + 1, 1, vocabularySize], [...logits.toReversed(), other].flat()),
            drawn_rows: integers(
              [rows],
              logits.map((_, r) => rows - 1 - r),
            ),
            adjusted_places: integers([count], part('place')),
            adjusted_before: floats([count], part('before')),
            adjusted_factor: floats([count], part('factor')),
            adjusted_after: floats([count], part('after')),
            inverse_temperature: floats(
              [rows, 1],
              temperatures.map((t) => 1 / t),
            ),
            top_count: integers([1], [top]),
            uniforms: floats([rows, 1], us),
            first_blocks: floats(
              [rows, 1],
              logits.map((_, r) => r * Math.ceil(vocabularySize / blockSize)),
            ),
            cut_draws: integers([1], [rows - 1]),
          });
          const given = (name: string, r: number) =>
            rowsOf(results[name]?.values ?? [], rows)[r] as number[];
          for (const [r, row] of logits.entries()) {
            const scores = adjust(row, adjustments[r] as Adjustment[]);
            const ids = order(scores).slice(0, top);
            expect(given('top_ids', r)).toEqual(ids);
            close(
              given('top_scores', r),
              ids.map((id) => scores[id] as number),
            );
            close(
              given('top_logits', r),
              ids.map((id) => row[id] as number),
            );
            const shareOf = (list: readonly number[], t: number) => {
              const sum = logSumOf(list.map((x) => x / t));
              return list.map((x) => Math.exp(x / t - sum));
            };
            const shares = shareOf(scores, temperatures[r] as number);
            if (r === rows - 1) close(results['shares']?.values ?? [], shares);
            const at = (list: readonly number[]) => ids.map((id) => list[id] as number);
            close(given('top_shares', r), at(shares));
            close(given('top_probabilities', r), at(shareOf(row, 1)));
            const blocks = Array.from({ length: Math.ceil(vocabularySize / blockSize) }, (_, b) =>
              shares.slice(b * blockSize, (b + 1) * blockSize).reduce((sum, w) => sum + w, 0),
            );
            close(given('block_shares', r), blocks);
            const near = given('near_block', r)[0] as number;
            const below = (end: number) => blocks.slice(0, end).reduce((sum, w) => sum + w, 0);
            expect(below(near) - 1e-5).toBeLessThan(us[r] as number);
            expect(below(near + 1) + 1e-5).toBeGreaterThan(us[r] as number);
            const [from, to] = [near * blockSize, (near + 1) * blockSize];
            close(given('near_shares', r).slice(0, vocabularySize - from), shares.slice(from, to));
          }
        },
      ),
      { numRuns: 30 },
    );
  },
);

it('the sampling head wants a vocabulary of known size', () => {
  const model = passing(8);
  const outputs = model.graph.outputs.map((o) => ({ ...o, shape: ['rows', 1, 'V'] }));
  expect(() => withSamplingHead({ ...model, graph: { ...model.graph, outputs } })).toThrow(
    /size of the vocabulary/,
  );
});

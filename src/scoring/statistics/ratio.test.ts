import { describe, expect, it } from 'vitest';
import { uniform } from '../../domain/draw.ts';
import { crossedMean } from './crossed.ts';
import { crossedRatios } from './ratio.ts';

const settings = { seed: 1, resamples: 400 };
const table = (items: number, draws: number, key: string) =>
  Array.from({ length: items }, (_, i) =>
    Array.from({ length: draws }, (_, d) => uniform(3, key, i * draws + d)),
  );
const like = (values: number[][], value: number) => values.map((row) => row.map(() => value));

describe('crossedRatios', () => {
  it('is the crossed mean where every item counts one', () => {
    const values = table(12, 3, 'a');
    const ours = crossedRatios([{ factor: 1, over: values, under: like(values, 1) }], settings);
    const mean = crossedMean(values, settings);
    for (const end of ['value', 'low', 'high'] as const)
      expect(ours?.[end]).toBeCloseTo(mean[end], 12);
  });

  it('weighs items by their size', () => {
    // 1 of 1 token and 0 of 9: a tenth of the tokens, half of the items
    const found = crossedRatios([{ factor: 1, over: [[1], [0]], under: [[1], [9]] }], settings);
    expect(found?.value).toBeCloseTo(0.1, 12);
    expect(found).toMatchObject({ low: 0, high: 1 });
  });

  it('takes means over different items at once, with an interval as wide as two apart', () => {
    const values = table(60, 1, 'b');
    const has = (i: number, first: boolean) => i % 2 === (first ? 0 : 1);
    const half = (first: boolean, of: (value: number) => number) =>
      values.map((row, i) => row.map((value) => (has(i, first) ? of(value) : 0)));
    const ratio = (first: boolean) => ({
      factor: first ? 1 : -1,
      over: half(first, (value) => value),
      under: half(first, () => 1),
    });
    const found = crossedRatios([ratio(true), ratio(false)], { seed: 1, resamples: 2000 });
    const part = (first: boolean) => values.filter((_, i) => has(i, first)).flat();
    const mean = (all: number[]) => all.reduce((a, b) => a + b, 0) / all.length;
    const square = (all: number[]) =>
      all.reduce((sum, one) => sum + (one - mean(all)) ** 2, 0) / all.length ** 2;
    expect(found?.value).toBeCloseTo(mean(part(true)) - mean(part(false)), 12);
    const normal = 2 * 1.96 * Math.sqrt(square(part(true)) + square(part(false)));
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / normal).toBeGreaterThan(0.9);
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / normal).toBeLessThan(1.1);
  });

  it('has nothing to say of nothing, or of hardly anything', () => {
    const none = [[0], [0], [0]];
    expect(crossedRatios([{ factor: 1, over: none, under: none }], settings)).toBeNull();
    // the one item that counts is missing from (2/3)^3 of the resamples
    const rare = [[1], [0], [0]];
    expect(crossedRatios([{ factor: 1, over: rare, under: rare }], settings)).toBeNull();
  });

  it('refuses no ratios and tables of other shapes', () => {
    expect(() => crossedRatios([])).toThrow('at least one');
    expect(() => crossedRatios([{ factor: 1, over: [[1]], under: [[1, 2]] }])).toThrow(
      '1 x 1 and 1 x 2',
    );
  });
});

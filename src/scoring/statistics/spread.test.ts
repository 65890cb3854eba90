import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/scipy.json' with { type: 'json' };
import { spread } from './spread.ts';
import { tQuantile } from './student.ts';

describe('tQuantile', () => {
  it('agrees with scipy to 1e-9 of itself', () => {
    for (const { p, df, value } of fixture.t)
      expect(Math.abs(tQuantile(p, df) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    for (const df of [1, 2, 29]) expect(tQuantile(0.5, df)).toBe(0);
  });

  it('refuses what is no probability and no count', () => {
    for (const p of [0, 1, NaN]) expect(() => tQuantile(p, 3)).toThrow('0 < p < 1');
    for (const df of [0, 1.5, NaN]) expect(() => tQuantile(0.9, df)).toThrow('whole number');
  });
});

describe('spread', () => {
  it('agrees with scipy', () => {
    for (const { values, mean, sd, low, high } of fixture.spread) {
      const ours = spread(values);
      expect(ours.n).toBe(values.length);
      expect(ours.mean).toBeCloseTo(mean, 12);
      expect(ours.sd).toBeCloseTo(sd, 12);
      expect(ours.interval?.value).toBe(ours.mean);
      expect(ours.interval?.low).toBeCloseTo(low, 9);
      expect(ours.interval?.high).toBeCloseTo(high, 9);
    }
  });

  it('gives one seed no deviation, and equal seeds none that rounding made', () => {
    expect(spread([4.2])).toEqual({ n: 1, mean: 4.2, sd: null, interval: null });
    expect(spread([0.1, 0.1, 0.1])).toEqual({
      n: 3,
      mean: 0.1,
      sd: 0,
      interval: { value: 0.1, low: 0.1, high: 0.1 },
    });
  });

  it('has its mean in its interval', () => {
    const seeds = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(seeds, (values) => {
        const { mean, interval } = spread(values);
        expect(interval?.low).toBeLessThanOrEqual(mean);
        expect(interval?.high).toBeGreaterThanOrEqual(mean);
      }),
    );
  });

  it('refuses no seeds and what is no number', () => {
    expect(() => spread([])).toThrow('at least one');
    expect(() => spread([1, NaN])).toThrow('not NaN');
    expect(() => spread([Infinity])).toThrow('not Infinity');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, crossedMean, pairedDifference } from './crossed.ts';
import golden from './fixtures/scipy.json' with { type: 'json' };
import fixture from './fixtures/statistics.json' with { type: 'json' };
import { quantile } from './quantile.ts';
import { wilson } from './wilson.ts';

describe('quantile', () => {
  it('agrees with numpy', () => {
    const { numbers, at } = fixture.quantiles;
    for (const { p, value } of at) expect(quantile(numbers, p)).toBeCloseTo(value, 12);
  });

  it('agrees with numpy on one number, on two, and on ties', () => {
    for (const { numbers, at, values } of golden.quantiles)
      for (const [i, p] of at.entries())
        expect(quantile(numbers, p)).toBeCloseTo(values[i] as number, 12);
  });
});

describe('wilson', () => {
  it('agrees with scipy', () => {
    for (const { right, n, low, high } of [...fixture.wilson, ...golden.wilson]) {
      const ours = wilson(right, n);
      expect(ours.value).toBe(right / n);
      expect(ours.low).toBeCloseTo(low, 10);
      expect(ours.high).toBeCloseTo(high, 10);
    }
  });

  it('has its rate in its interval', () => {
    const rates = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(rates, ([right, n]) => {
        const { value, low, high } = wilson(right, n);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
      // where rounding sets the lower end past 0
      { examples: [[[0, 6]]] },
    );
  });

  it('refuses what is no rate', () => {
    for (const [right, n] of [
      [0, 0],
      [3, 2],
      [-1, 5],
      [0.5, 2],
    ] as const)
      expect(() => wilson(right, n)).toThrow(`${right} of ${n}`);
  });
});

describe('crossedMean', () => {
  it('has the ends that numpy finds, but for the noise of 2000 resamples', () => {
    for (const { values, mean, ends, spread } of fixture.crossed) {
      const { value, low, high } = crossedMean(values);
      expect(value).toBeCloseTo(mean, 10);
      for (const [i, end] of [low, high].entries())
        expect(Math.abs(end - (ends[i] as number))).toBeLessThan(4.5 * (spread[i] as number));
    }
  });

  it('is wider when draws differ than when only their answers’ noise does', () => {
    const width = (at: number) => {
      const { low, high } = crossedMean(fixture.crossed[at]?.values ?? []);
      return high - low;
    };
    const draws = fixture.crossed[1]?.values ?? [];
    const flat = draws.map((row) => [row.reduce((a, b) => a + b, 0) / row.length]);
    const { low, high } = crossedMean(flat);
    // resampling items alone would hide that five draws are five, not sixty
    expect(width(1)).toBeGreaterThan(2 * (high - low));
  });

  it('repeats itself, changes with the seed, and has no width where nothing varies', () => {
    const { values = [] } = fixture.crossed[0] ?? {};
    expect(crossedMean(values)).toEqual(crossedMean(values));
    expect(crossedMean(values, { seed: 2, resamples: 2000 })).not.toEqual(crossedMean(values));
    expect(
      crossedMean([
        [3, 3],
        [3, 3],
      ]),
    ).toEqual({ value: 3, low: 3, high: 3 });
  });

  it('moves and stretches with its values', () => {
    const { values = [] } = fixture.crossed[0] ?? {};
    const plain = crossedMean(values, { seed: 1, resamples: 50 });
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (by, times) => {
          const moved = values.map((row) => row.map((x) => times * x + by));
          const ours = crossedMean(moved, { seed: 1, resamples: 50 });
          for (const end of ['value', 'low', 'high'] as const)
            expect(ours[end]).toBeCloseTo(times * plain[end] + by, 6);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('refuses tables that are empty or not rectangular', () => {
    expect(() => crossedMean([])).toThrow('one of each');
    expect(() => crossedMean([[1, 2], [1]])).toThrow('item 1 has 1 draws, item 0 has 2');
  });
});

describe('pairedDifference', () => {
  it('sees a difference that is the same everywhere without any width', () => {
    const { values = [] } = fixture.crossed[1] ?? {};
    const more = values.map((row) => row.map((x) => x + 2));
    const { value, low, high } = pairedDifference(more, values);
    for (const end of [value, low, high]) expect(end).toBeCloseTo(2, 10);
  });

  it('sets a condition that no draw changes against every draw', () => {
    expect(
      combine([
        {
          factor: 1,
          values: [
            [1, 2],
            [3, 5],
          ],
        },
        { factor: -2, values: [[1], [2]] },
      ]),
    ).toEqual([
      [-1, 0],
      [-1, 1],
    ]);
  });

  it('refuses tables of other items', () => {
    expect(() => pairedDifference([[1]], [[1], [2]])).toThrow('no place for a table of 2 items');
  });
});

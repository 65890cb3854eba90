import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sigmoid } from '../statistics/logistic.ts';
import { difficulties, golden, lengthRows, systems } from '../testing/alpaca-data.ts';
import { named, sharedData } from '../testing/shared-data.ts';
import {
  characters,
  lengthControlled,
  winRateAtEqualLength,
  type LengthRow,
} from './length-controlled.ts';
import { deviation, winRates } from './win-rate.ts';

const few = { seed: 1, resamples: 40 };

describe('lengthControlled', () => {
  it.skipIf(!sharedData).each(systems)(named('equals the golden fits of %s'), (system) => {
    const rows = lengthRows(system);
    const { length_controlled_noreg: full, length_controlled_minimal: minimal } = golden(system);
    for (const [withDifficulties, expected] of [
      [true, full],
      [false, minimal],
    ] as const) {
      const { winRate, coefficients: found } = lengthControlled(rows, withDifficulties, few);
      const coefficients = [found?.length, found?.difficulty, found?.intercept].filter(
        (coefficient) => coefficient != null,
      );
      expected.coef_newton_unregularised.forEach((coefficient, i) =>
        expect(coefficients[i]).toBeCloseTo(coefficient, 5),
      );
      expect(winRate.value).toBeCloseTo(expected.lc_newton, 5);
      // the reference's own fit of the same model, with its penalty
      expect(Math.abs((winRate.value as number) - expected.lc_sklearn)).toBeLessThan(0.1);
    }
  });

  it.skipIf(!sharedData).each(systems)(
    named('predicts the official rate of %s from the official weights'),
    (system) => {
      const { official_weights: weights, official_lc } = golden(system);
      const [, difficulty, intercept] = weights;
      const found = winRateAtEqualLength(
        { difficulty, intercept },
        difficulties().map((row) => row.instruction_difficulty),
      );
      expect(found).toBeCloseTo(official_lc, 5);
    },
  );

  const row = (preference: number | null, baseline: number, system: number): LengthRow => ({
    preference,
    lengths: [baseline, system],
    difficulty: null,
  });

  it('takes out what length adds', () => {
    // a judge that is the model itself: the longer answer, whatever it says
    const lengths = Array.from({ length: 60 }, (_, i) => 100 + 20 * (i % 10));
    const sd = deviation(lengths);
    const rows = lengths.map((system) =>
      row(1 + sigmoid(1.5 * Math.tanh((system - 150) / sd)), 150, system),
    );
    const raw = winRates(
      rows.map(({ preference }) => preference),
      few,
    );
    const { winRate, coefficients } = lengthControlled(rows, false, few);
    expect(raw.winRate.value).toBeGreaterThan(60);
    expect(winRate.value).toBeCloseTo(50, 6);
    expect(coefficients?.length).toBeCloseTo(-1.5, 6);
  });

  it('has an interval that holds its value', () => {
    const rows = Array.from({ length: 40 }, (_, i) => row(1 + ((i * 7) % 10) / 10, 50, 20 + i));
    const { value, interval } = lengthControlled(rows, false).winRate;
    expect(interval?.low).toBeLessThan(value as number);
    expect(interval?.high).toBeGreaterThan(value as number);
  });

  it('has only a constant where all answers are of one length', () => {
    const found = lengthControlled([row(1.2, 5, 5), row(1.4, 9, 9)], false, few);
    expect(found.winRate.value).toBeCloseTo(30, 9);
    expect(found.coefficients?.length).toBe(0);
  });

  it('has no value where one side always wins, and says what it left out', () => {
    const lost = [row(1, 5, 9), row(1, 9, 5), row(null, 1, 1)];
    expect(lengthControlled(lost, false, few)).toMatchObject({
      winRate: { n: 2, value: null, interval: null },
      coefficients: null,
      errors: 1,
    });
    expect(lengthControlled(lost, true, few)).toMatchObject({ winRate: { n: 0 }, unknown: 2 });
    expect(lengthControlled([], false, few).winRate).toEqual({ n: 0, value: null, interval: null });
  });

  it('never fails, and is a percentage or nothing', () => {
    const some = fc.record({
      preference: fc.option(fc.oneof(fc.double({ min: 1, max: 2, noNaN: true }), fc.double())),
      lengths: fc.tuple(fc.nat(), fc.nat({ max: 10_000 })),
      difficulty: fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.boolean(), (rows, withDifficulties) => {
        const { winRate } = lengthControlled(rows, withDifficulties, { seed: 1, resamples: 5 });
        if (winRate.value !== null) expect(winRate.value >= 0 && winRate.value <= 100).toBe(true);
        winRates(
          rows.map(({ preference }) => preference),
          { seed: 1, resamples: 5 },
        );
      }),
    );
  });
});

describe('characters', () => {
  it('counts code points', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          expect(characters(text)).toBe(Array.from(text).length);
        },
      ),
    );
    expect(characters('a\ud83d\ude00\ud83d')).toBe(3);
  });
});

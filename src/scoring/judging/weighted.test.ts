import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, weightedRating } from './weighted.ts';

const log = (shares: Readonly<Record<number, number>>) =>
  new Map(Object.entries(shares).map(([s, p]) => [Number(s), Math.log(p)]));

const shares = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 10 }), fc.double({ min: -800, max: 0, noNaN: true })),
    { selector: ([s]) => s, minLength: 1, maxLength: 10 },
  )
  .map((entries) => new Map(entries));

describe('weightedRating', () => {
  it('is the expected rating of the shares', () => {
    // 0.6, 0.2 and 0.1 of 0.9
    expect(weightedRating(log({ 8: 0.6, 7: 0.2, 9: 0.1 }))).toBeCloseTo(7.1 / 0.9, 12);
    expect(weightedRating(log({ 4: 1e-9 }))).toBe(4);
  });

  it('leaves out what is not a rating', () => {
    expect(weightedRating(log({ 8: 0.5, 0: 0.4, 11: 0.1 }))).toBe(8);
    expect(weightedRating(new Map([...log({ 3: 0.5 }), [5, -Infinity]]))).toBe(3);
  });

  it('has no value without shares, or with one that is no number', () => {
    expect(weightedRating(new Map())).toBeNull();
    expect(weightedRating(new Map([[5, -Infinity]]))).toBeNull();
    expect(weightedRating(new Map([...log({ 3: 0.5 }), [5, NaN]]))).toBeNull();
    expect(weightedRating(new Map([[5, Infinity]]))).toBeNull();
  });

  it('lies between the ratings, and does not change with the scale of the shares', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: -500, max: 0, noNaN: true }), (given, less) => {
        const rating = weightedRating(given) as number;
        expect(rating).toBeGreaterThanOrEqual(Math.min(...given.keys()));
        expect(rating).toBeLessThanOrEqual(Math.max(...given.keys()));
        const moved = new Map([...given].map(([s, logP]) => [s, logP + less]));
        expect(weightedRating(moved)).toBeCloseTo(rating, 6);
      }),
    );
  });
});

describe('calibrated', () => {
  it('divides the leaning out', () => {
    // 0.6 / 0.5 against 0.4 / 0.1: 1.2 and 4 of 5.2
    const found = calibrated(log({ 8: 0.6, 3: 0.4 }), log({ 8: 0.5, 3: 0.1 }));
    expect(Math.exp(found.get(8) as number)).toBeCloseTo(1.2 / 5.2, 12);
    expect(Math.exp(found.get(3) as number)).toBeCloseTo(4 / 5.2, 12);
  });

  it('gives the empty answer equal shares, and keeps shares under an even leaning', () => {
    fc.assert(
      fc.property(shares, (given) => {
        for (const logP of calibrated(given, given).values())
          expect(logP).toBeCloseTo(-Math.log(given.size), 9);
        const even = new Map([...given.keys()].map((s) => [s, Math.log(0.01)]));
        expect(weightedRating(calibrated(given, even))).toBeCloseTo(
          weightedRating(given) as number,
          6,
        );
      }),
    );
  });

  it('takes a rating that the leaning does not list as its least likely one', () => {
    const found = calibrated(log({ 8: 0.5, 3: 0.5 }), log({ 8: 0.8, 7: 0.2 }));
    expect(Math.exp(found.get(3) as number)).toBeCloseTo(2.5 / (2.5 + 0.625), 12);
  });

  it('is a failure without a leaning, not an uncalibrated rating', () => {
    expect(weightedRating(calibrated(log({ 8: 0.5 }), new Map()))).toBeNull();
    expect(weightedRating(calibrated(new Map(), log({ 8: 0.5 })))).toBeNull();
  });
});

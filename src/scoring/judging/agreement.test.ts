import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pairedRatings,
  preferenceScale,
  ratingAgreement,
  tenPoints,
  type OneRating,
} from './agreement.ts';

const few = { seed: 1, resamples: 60 };
const rated = (...ratings: (number | null)[]): OneRating[] =>
  ratings.map((rating, i) => ({ what: `answer ${i}`, rating }));

describe('pairedRatings', () => {
  it('joins what both rated, the last rating of each', () => {
    const a = [...rated(3, 4, null, 6), { what: 'answer 0', rating: 5 }];
    expect(pairedRatings(a, rated(7, NaN, 8, 6.5).reverse())).toEqual([
      [5, 7],
      [6, 6.5],
    ]);
  });
});

describe('ratingAgreement', () => {
  it('is 1 for the same order, and sees the stricter side in κ and the shift', () => {
    const found = ratingAgreement(rated(3, 4, 5, 8), rated(5, 6, 7, 10), tenPoints, few);
    expect(found.spearman).toMatchObject({ n: 4, value: 1 });
    expect(found.kappa.value).toBeLessThan(0.8);
    expect(found.shift).toMatchObject({ n: 4, value: 2 });
  });

  it('rounds for κ, halves up', () => {
    expect(ratingAgreement(rated(8.5, 2.4, 5), rated(9, 2, 5), tenPoints, few).kappa.value).toBe(1);
  });

  it('takes preferences as loss, draw and win', () => {
    const found = ratingAgreement(rated(1.1, 1.5, 1.9), rated(1.4, 1.5, 1.6), preferenceScale, few);
    expect(found.kappa.value).toBe(1);
    expect(ratingAgreement(rated(0, 3), rated(1, 2), preferenceScale, few).kappa.n).toBe(0);
  });

  it('has no value where there is nothing to compare', () => {
    const none = { value: null, interval: null };
    expect(ratingAgreement(rated(3), rated(4), tenPoints, few).spearman).toEqual({ n: 1, ...none });
    expect(ratingAgreement([], [], tenPoints, few).kappa).toEqual({ n: 0, ...none });
    expect(
      ratingAgreement(rated(5, 5, 5), rated(1, 2, 3), tenPoints, few).spearman.value,
    ).toBeNull();
  });

  it('never fails, and stays from -1 to 1', () => {
    const rating = fc.option(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double()));
    const side = fc.array(fc.record({ what: fc.constantFrom('a', 'b', 'c', 'd', 'e'), rating }));
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { spearman, kappa } = ratingAgreement(a, b, tenPoints, few);
        for (const { value } of [spearman, kappa])
          if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

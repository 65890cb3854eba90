import { quadraticKappa, spearman } from '../statistics/agreement.ts';
import { pairedBootstrap } from '../statistics/bootstrap.ts';
import type { Estimate } from '../statistics/clustered.ts';
import type { BootstrapSettings } from '../statistics/weights.ts';
import { isRating, ratingScale } from './parse.ts';

/** A rating of one answer, by a judge or a person. */
export interface OneRating {
  /** What was rated: the same text on both sides for the same turn of the same answer. */
  readonly what: string;
  /** 0 to 10; null for a failure, which makes no pair. */
  readonly rating: number | null;
}

/** How far two raters agree on the answers that both rated. */
export interface RatingAgreement {
  /** ρ, of the ranks: blind to one side being stricter throughout. */
  readonly spearman: Estimate;
  /** Quadratic-weighted κ of the ratings rounded to whole numbers: sees that too. */
  readonly kappa: Estimate;
  /** Mean of (b - a) where both rated: how much milder b is. */
  readonly shift: Estimate;
}

/**
 * Pairs of what both sides rated, in the order of the first. Where a side rated a thing more than once the last
 * rating counts.
 */
export function pairedRatings(
  a: readonly OneRating[],
  b: readonly OneRating[],
): readonly (readonly [number, number])[] {
  const read = (ratings: readonly OneRating[]) =>
    new Map(ratings.map(({ what, rating }) => [what, rating]));
  const others = read(b);
  return [...read(a)].flatMap(([what, rating]) => {
    const other = others.get(what) ?? null;
    return isRating(rating) && isRating(other) ? [[rating, other] as const] : [];
  });
}

/**
 * Agreement of two judges, or of a judge and people, with 95 % intervals that resample the answers rated. No value
 * where one side gave one rating to everything, and for fewer than two pairs.
 */
export function ratingAgreement(
  a: readonly OneRating[],
  b: readonly OneRating[],
  settings?: BootstrapSettings,
): RatingAgreement {
  const pairs = pairedRatings(a, b);
  const [left, right] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const whole = (ratings: readonly number[]) => ratings.map(Math.round);
  const scale = { lowest: 0, highest: ratingScale.highest };
  const mean = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, rating, i) => sum + ((y[i] as number) - rating), 0) / x.length;
  return {
    spearman: estimate(left, right, (x, y) => spearman(x, y).value, settings),
    kappa: estimate(
      whole(left),
      whole(right),
      (x, y) => quadraticKappa(x, y, scale).value,
      settings,
    ),
    shift: estimate(left, right, mean, settings),
  };
}

/**
 * A statistic of pairs: its value even where the resamples have none, so that a handful of ratings shows what it is,
 * without an interval.
 */
export function estimate(
  a: readonly number[],
  b: readonly number[],
  of: (a: readonly number[], b: readonly number[]) => number | null,
  settings?: BootstrapSettings,
): Estimate {
  const n = a.length;
  if (n < 2) return { n, value: null, interval: null };
  return { n, value: of(a, b), interval: pairedBootstrap(a, b, of, settings) };
}

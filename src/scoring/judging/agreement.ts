import { quadraticKappa, spearman, type RatingScale } from '../statistics/agreement.ts';
import { estimateInSteps, type Estimate } from '../statistics/clustered.ts';
import { atOnce, type Steps } from '../statistics/steps.ts';
import { defaultBootstrap, type BootstrapSettings } from '../statistics/weights.ts';
import { isRating, ratingScale } from './parse.ts';

/** A judgment of one thing in one number, by a judge or a person. */
export interface OneRating {
  /** What was rated: the same text on both sides for the same turn of the same answer. */
  readonly what: string;
  /** null for a failure, which makes no pair. */
  readonly rating: number | null;
}

/** What ratings can be, and which category κ counts them to. */
export interface JudgingScale extends RatingScale {
  readonly holds: (rating: number | null) => boolean;
  /** A whole number on the scale. */
  readonly category: (rating: number) => number;
}

/** MT-Bench's ratings, to the nearest whole number. */
export const tenPoints: JudgingScale = {
  lowest: 0,
  highest: ratingScale.highest,
  holds: isRating,
  category: Math.round,
};

/** Just-Eval's scores of an aspect. */
export const fivePoints: JudgingScale = {
  lowest: 1,
  highest: 5,
  holds: (score) => score !== null && score >= 1 && score <= 5,
  category: Math.round,
};

/** Preferences from 1, the first answer, to 2, the second: loss, draw, win. */
export const preferenceScale: JudgingScale = {
  lowest: -1,
  highest: 1,
  holds: (preference) => preference !== null && preference >= 1 && preference <= 2,
  category: (preference) => Math.sign(preference - 1.5),
};

/** How far two raters agree on what both rated. */
export interface RatingAgreement {
  /** ρ, of the ranks: blind to one side being milder throughout. */
  readonly spearman: Estimate;
  /** Quadratic-weighted κ of the categories: sees that too. */
  readonly kappa: Estimate;
  /** Mean of (b - a): how much milder b is. */
  readonly shift: Estimate;
}

/**
 * Pairs of what both sides rated, in the order of the first. Where a side rated a thing more than once the last
 * rating counts.
 */
export function pairedRatings(
  a: readonly OneRating[],
  b: readonly OneRating[],
  scale: JudgingScale = tenPoints,
): readonly (readonly [number, number])[] {
  const read = (side: readonly OneRating[]) =>
    new Map(side.map(({ what, rating }) => [what, rating]));
  const others = read(b);
  return [...read(a)].flatMap(([what, rating]) => {
    const other = others.get(what) ?? null;
    return scale.holds(rating) && scale.holds(other)
      ? [[rating as number, other as number] as const]
      : [];
  });
}

const meanShift = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, rating, i) => sum + ((b[i] as number) - rating), 0) / a.length;

/** `ratingAgreement` in steps. */
export function* ratingAgreementInSteps(
  a: readonly OneRating[],
  b: readonly OneRating[],
  scale: JudgingScale = tenPoints,
  settings: BootstrapSettings = defaultBootstrap,
): Steps<RatingAgreement> {
  const pairs = pairedRatings(a, b, scale);
  const [left, right] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const [low, high] = [left.map(scale.category), right.map(scale.category)];
  const rho = (x: readonly number[], y: readonly number[]) => spearman(x, y).value;
  const kappa = (x: readonly number[], y: readonly number[]) => quadraticKappa(x, y, scale).value;
  return {
    spearman: yield* estimateInSteps(left, right, rho, settings),
    kappa: yield* estimateInSteps(low, high, kappa, settings),
    shift: yield* estimateInSteps(left, right, meanShift, settings),
  };
}

/**
 * Agreement of two judges, or of a judge and people, with 95 % intervals that resample the answers rated. No value
 * where one side gave one rating to everything, and for fewer than two pairs.
 */
export const ratingAgreement = (
  a: readonly OneRating[],
  b: readonly OneRating[],
  scale: JudgingScale = tenPoints,
  settings: BootstrapSettings = defaultBootstrap,
): RatingAgreement => atOnce(ratingAgreementInSteps(a, b, scale, settings));

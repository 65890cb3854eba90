import { spearman } from '../statistics/agreement.ts';
import { clusteredMean, estimateInSteps, type Estimate } from '../statistics/clustered.ts';
import { atOnce, type Steps } from '../statistics/steps.ts';
import { defaultBootstrap, type BootstrapSettings } from '../statistics/weights.ts';
import { isRating } from './parse.ts';

/** How a judge's ratings go with the length of what it rates. */
export interface LengthBias {
  /** Spearman's ρ of rating and length. */
  readonly correlation: Estimate;
  /** Least squares: points of rating for every further 100 characters. */
  readonly slope: Estimate;
}

const step = 100;

/** Σ (x - x̄)(y - ȳ) / Σ (x - x̄)²; null where all x are the same. */
function slope(x: readonly number[], y: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const of = (other: readonly number[], centre: number) =>
    x.reduce((sum, value, i) => sum + (value - meanX) * ((other[i] as number) - centre), 0);
  const spread = of(x, meanX);
  return spread === 0 ? null : of(y, meanY) / spread;
}

/** A rating, and the length in characters of what was rated. */
export interface RatedLength {
  /** null for a failure, which is left out. */
  readonly rating: number | null;
  readonly length: number;
}

/** `lengthBias` in steps. */
export function* lengthBiasInSteps(
  ratings: readonly RatedLength[],
  settings: BootstrapSettings = defaultBootstrap,
): Steps<LengthBias> {
  const rated = ratings.filter(({ rating }) => isRating(rating));
  const lengths = rated.map(({ length }) => length / step);
  const scores = rated.map(({ rating }) => rating as number);
  const rho = (x: readonly number[], y: readonly number[]) => spearman(x, y).value;
  return {
    correlation: yield* estimateInSteps(lengths, scores, rho, settings),
    slope: yield* estimateInSteps(lengths, scores, slope, settings),
  };
}

/**
 * Whether a judge rates long answers higher. Longer answers can be better ones: this is a leaning to look at, which a
 * stronger judge or people on the same answers put into proportion, not a proof.
 */
export const lengthBias = (
  ratings: readonly RatedLength[],
  settings: BootstrapSettings = defaultBootstrap,
): LengthBias => atOnce(lengthBiasInSteps(ratings, settings));

/** Who won, as seen from the two systems, whichever was shown first. */
type Winner = 'first' | 'second' | 'tie' | 'error';

/** Two answers judged in both orders. */
export interface BothOrders {
  /** The question's. */
  readonly id: string;
  /** With the first system's answer shown first, and with the second's. */
  readonly winners: readonly [Winner, Winner];
  /** Of both systems' answers, in characters, where they are known. */
  readonly lengths?: readonly [first: number, second: number];
}

/** How a pairwise judge leans. Shares are from 0 to 1. */
export interface PairBias {
  /** Of decided calls, those for the answer that was shown first: 0.5 without a leaning. */
  readonly shownFirst: Estimate;
  /** Of rows where both orders were judged, those where both say the same. */
  readonly consistent: Estimate;
  /** Of rows that both orders decide alike between answers of unequal length, those for the longer one. */
  readonly longer: Estimate;
}

/**
 * A pairwise judge's leaning to the first place and to length, from answers judged in both orders (Zheng et al. 2023,
 * arXiv 2306.05685, section 3.3). As the orders are balanced, whoever is better is shown first as often as second.
 * Intervals resample questions.
 */
export function pairBias(rows: readonly BothOrders[], settings?: BootstrapSettings): PairBias {
  const share = (values: readonly { readonly of: string; readonly yes: boolean }[]) =>
    clusteredMean(
      values.map(({ of, yes }) => ({ of, value: Number(yes) })),
      settings,
    );
  const judged = rows.filter(({ winners }) => !winners.includes('error'));
  return {
    shownFirst: share(
      judged.flatMap(({ id, winners: [one, other] }) => [
        ...(one === 'tie' ? [] : [{ of: id, yes: one === 'first' }]),
        ...(other === 'tie' ? [] : [{ of: id, yes: other === 'second' }]),
      ]),
    ),
    consistent: share(
      judged.map(({ id, winners: [one, other] }) => ({ of: id, yes: one === other })),
    ),
    longer: share(
      judged.flatMap(({ id, winners: [one, other], lengths }) => {
        if (one !== other || one === 'tie' || !lengths || lengths[0] === lengths[1]) return [];
        return [{ of: id, yes: (one === 'first') === lengths[0] > lengths[1] }];
      }),
    ),
  };
}

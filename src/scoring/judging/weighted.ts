import { ratingScale } from './parse.ts';

/** Natural log-probability by rating. A rating that is not in it has no known share: -Infinity. */
export type RatingLogProbabilities = ReadonlyMap<number, number>;

const onScale = (rating: number) =>
  Number.isInteger(rating) && rating >= ratingScale.lowest && rating <= ratingScale.highest;

/** The ratings on the scale that have a share; null where a number is none, or no rating has a share. */
function shares(logProbabilities: RatingLogProbabilities): [number, number][] | null {
  const rated = [...logProbabilities].filter(([rating]) => onScale(rating));
  if (rated.some(([, logP]) => Number.isNaN(logP) || logP === Infinity)) return null;
  const found = rated.filter(([, logP]) => logP > -Infinity);
  return found.length > 0 ? found : null;
}

/** ln Σ exp(x), without overflow. */
export function logSumExp(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (!Number.isFinite(most)) return most;
  return most + Math.log(logs.reduce((sum, x) => sum + Math.exp(x - most), 0));
}

/**
 * The expected rating over the rating tokens, Σ s P(s) / Σ P(s) for s from 1 to 10: finer than one drawn token,
 * so a small judge tells more answers apart. What P gives to other tokens falls out.
 * @returns from 1 to 10; null (a failed judgment) where no rating has a share or a share is not a number
 */
export function weightedRating(logProbabilities: RatingLogProbabilities): number | null {
  const rated = shares(logProbabilities);
  if (rated === null) return null;
  const most = Math.max(...rated.map(([, logP]) => logP));
  const weights = rated.map(([, logP]) => Math.exp(logP - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = rated.reduce((sum, [s], i) => sum + s * ((weights[i] as number) / total), 0);
  // the mean of numbers lies between them; rounding could set it a hair past
  const ratings = rated.map(([rating]) => rating);
  return Math.min(Math.max(...ratings), Math.max(Math.min(...ratings), mean));
}

/**
 * Contextual calibration (Zhao et al. 2021, arXiv 2102.09690): what the judge would say of an answer without
 * content is its leaning, and is divided out, P'(s) = (P(s) / P₀(s)) / Σ (P(t) / P₀(t)). A rating that the
 * content-free input does not list (an endpoint gives only its best few) is taken to be as likely there as the
 * least likely one listed, which is the most that it can be: nothing is blown up by an unknown share.
 * @param contentFree the same judge's log-probabilities for an empty answer
 * @returns normalised log-probabilities; empty where one side has no shares, so that the rating is a failure
 *   instead of an uncalibrated one
 */
export function calibrated(
  logProbabilities: RatingLogProbabilities,
  contentFree: RatingLogProbabilities,
): Map<number, number> {
  const [rated, leaning] = [shares(logProbabilities), shares(contentFree)];
  if (rated === null || leaning === null) return new Map();
  const least = Math.min(...leaning.map(([, logP]) => logP));
  const known = new Map(leaning);
  const ratios = rated.map(([s, logP]): [number, number] => [s, logP - (known.get(s) ?? least)]);
  const total = logSumExp(ratios.map(([, ratio]) => ratio));
  return new Map(ratios.map(([s, ratio]) => [s, ratio - total]));
}

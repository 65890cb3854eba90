import type { Estimate } from '../statistics/clustered.ts';
import { sigmoid } from '../statistics/logistic.ts';
import { quantile } from '../statistics/quantile.ts';
import { atOnce, type Steps } from '../statistics/steps.ts';
import { defaultBootstrap, weightsInSteps, type BootstrapSettings } from '../statistics/weights.ts';
import { countable } from './preference.ts';
import {
  fitting,
  type Counted,
  type Fit,
  type Fitting,
  type LengthCoefficients,
} from './length-fit.ts';

/** One instruction's judgment, with what is controlled for. */
export interface LengthRow {
  /** 1 to 2; null where the judge failed. */
  readonly preference: number | null;
  /** Of the baseline's and the model's answer, in characters (see `characters`). */
  readonly lengths: readonly [baseline: number, system: number];
  /** The instruction's difficulty d_x of AlpacaEval's 805; null where it is not known. */
  readonly difficulty: number | null;
}

/** A win rate at equal lengths. */
export interface LengthControlled {
  readonly model: 'minimal' | 'with difficulties';
  /** In per cent; no value where the fit has none. */
  readonly winRate: Estimate;
  readonly coefficients: LengthCoefficients | null;
  /** Failed judgments: in none of the numbers. */
  readonly errors: number;
  /** Judgments left out since their instruction has no difficulty. */
  readonly unknown: number;
}

/** The length of a text in characters as Python counts them: code points. */
export function characters(text: string): number {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++)
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00)
      count--;
  return count;
}

/**
 * 100 mean sigmoid(t_D d_x + t_B): the win rate with no difference of length left.
 * @param times how often each instruction counts; once where none are given
 */
export function winRateAtEqualLength(
  { intercept, difficulty }: Pick<LengthCoefficients, 'intercept' | 'difficulty'>,
  difficulties: readonly number[],
  times?: ArrayLike<number>,
): number {
  let [sum, count] = [0, 0];
  difficulties.forEach((d, i) => {
    const weight = times?.[i] ?? 1;
    if (weight === 0) return;
    sum += weight * sigmoid((difficulty ?? 0) * d + intercept);
    count += weight;
  });
  return (100 * sum) / count;
}

/** `lengthControlled` in steps: the page may work between them. */
export function* lengthControlledInSteps(
  rows: readonly LengthRow[],
  withDifficulties: boolean,
  settings: BootstrapSettings = defaultBootstrap,
): Steps<LengthControlled> {
  const judged = rows.flatMap(({ preference: given, lengths, difficulty }) => {
    const preference = countable(given);
    return preference === null ? [] : [{ share: preference - 1, lengths, difficulty }];
  });
  const counted = judged.flatMap((row): Counted[] =>
    withDifficulties && row.difficulty === null
      ? []
      : [{ ...row, difficulty: row.difficulty ?? 0 }],
  );
  const n = counted.length;
  const fit = fitting(counted, withDifficulties);
  const found = n > 0 ? fit(new Uint8Array(n).fill(1)) : null;
  const rest = {
    model: withDifficulties ? 'with difficulties' : 'minimal',
    errors: rows.length - judged.length,
    unknown: judged.length - n,
  } as const;
  if (found === null)
    return { ...rest, coefficients: null, winRate: { n, value: null, interval: null } };
  const difficulties = counted.map(({ difficulty }) => difficulty);
  const value = winRateAtEqualLength(found.coefficients, difficulties);
  const ends = n > 1 ? yield* endsInSteps(fit, found, difficulties, settings) : null;
  const winRate = { n, value, interval: ends && { value, ...ends } };
  return { ...rest, coefficients: found.coefficients, winRate };
}

/** Resamples without a fit may be so many, as a share, before the interval's ends are anyone's guess. */
const undefinedAtMost = 0.05;

/** Resamples fitted in one step: a few milliseconds for the bench's 805 instructions. */
const slice = 8;

function* endsInSteps(
  fit: Fitting,
  found: Fit,
  difficulties: readonly number[],
  settings: BootstrapSettings,
): Steps<{ low: number; high: number } | null> {
  const n = difficulties.length;
  const { items } = yield* weightsInSteps(n, 1, settings);
  const values: number[] = [];
  for (let r = 0; r < settings.resamples; r++) {
    const weights = items.subarray(r * n, (r + 1) * n);
    const refitted = fit(weights, found.raw);
    if (refitted !== null)
      values.push(winRateAtEqualLength(refitted.coefficients, difficulties, weights));
    if (r % slice === slice - 1) yield;
  }
  if (values.length <= (1 - undefinedAtMost) * settings.resamples) return null;
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/**
 * The length-controlled win rate (Dubois et al. 2024, arXiv 2404.04475): a logistic regression of the judge's
 * preference on tanh of the difference of lengths over its standard deviation, on the instruction's difficulty if
 * wanted, and on a constant; then its prediction with the difference set to 0. Fitted by Newton's method without
 * penalty: the leaderboard's numbers also rest on annotations of padded and cut baselines, which only AlpacaEval
 * has, and differ by a point or so. The interval resamples instructions and fits each resample anew.
 * @param withDifficulties rows whose difficulty is not known are left out then, and counted
 */
export const lengthControlled = (
  rows: readonly LengthRow[],
  withDifficulties: boolean,
  settings: BootstrapSettings = defaultBootstrap,
): LengthControlled => atOnce(lengthControlledInSteps(rows, withDifficulties, settings));

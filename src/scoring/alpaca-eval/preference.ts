import { uniform } from '../../domain/draw.ts';

/**
 * Preferences are AlpacaEval's: from 1 (the baseline's answer, output_1, is better) to 2 (the model's, output_2), 1.5
 * for neither. The judge sees two labels, `m` for the answer shown first and `M` for the second.
 */
export const draw = 1.5;

/**
 * The preference in a judge's one token: with P(m) = exp(lp_m) / (exp(lp_m) + exp(lp_M)) it is 2 - P(m), so 1 where
 * the first answer is surely better. A label that is not among the alternatives listed has no probability.
 * @param m log-probability of `m`, null where it is not listed
 * @param M that of `M`
 * @returns from 1 to 2; null (a failed judgment) where neither is listed or a number is none
 */
export function preferenceOf(m: number | null, M: number | null): number | null {
  const [first, second] = [m ?? -Infinity, M ?? -Infinity];
  const most = Math.max(first, second);
  // NaN - finite, -∞ - -∞ and ∞ - ∞ are NaN: all of them are failures
  const [p, q] = [Math.exp(first - most), Math.exp(second - most)];
  const preference = 2 - p / (p + q);
  return Number.isNaN(preference) ? null : preference;
}

/** The preference with the answers in their own order, where the judge was shown them swapped: 3 - x. */
export const unswapped = (preference: number): number => 3 - preference;

/** Two answers that are the same need no judge. */
export const sameAnswer = (baseline: string, system: string): number | null =>
  baseline === system ? draw : null;

/**
 * Whether the judge is shown the model's answer first: drawn from the instruction, as AlpacaEval does, so that a
 * run told again has the same order and half of the instructions each. The draw is ours: AlpacaEval's comes out of
 * Python's random numbers, so single instructions differ.
 */
export const swapsOrder = (instruction: string, seed = 0): boolean =>
  uniform(seed, `order of answers: ${instruction}`, 0) < 0.5;

/**
 * A preference that can be counted: from 1 to 2; AlpacaEval's old 0 is a draw. null for a failure, which is in no
 * number.
 */
export function countable(preference: number | null): number | null {
  if (preference === 0) return draw;
  return preference !== null && preference >= 1 && preference <= 2 ? preference : null;
}

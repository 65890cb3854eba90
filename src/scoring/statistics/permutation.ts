import { uniform } from '../../domain/draw.ts';
import { atOnce, type Steps } from './steps.ts';

/** How sign patterns are drawn when there are too many to look at all. */
export interface PermutationSettings {
  /** Which patterns: the same seed gives the same p. */
  readonly seed: number;
  readonly draws: number;
}

export const defaultPermutation: PermutationSettings = { seed: 1, draws: 10_000 };

/** What a permutation test found. */
export interface PermutationTest {
  /** Two-sided, in (0, 1]. */
  readonly p: number;
  /** All sign patterns were counted, not a sample of them. */
  readonly exact: boolean;
  /** Units, those without a difference too. */
  readonly n: number;
}

/** Up to so many differences all 2^n sign patterns are counted: 16,384. */
const countable = 14;

/** How far apart equal sums may come out, as a share of the sum of sizes: rounding depends on order. */
const rounding = 1e-12;

/** The sum under each of the 2^n sign patterns. */
const everySum = (sizes: Float64Array): number[] =>
  sizes.reduce<number[]>((sums, size) => sums.flatMap((sum) => [sum + size, sum - size]), [0]);

/** Signs drawn in one step: a few milliseconds. */
const slice = 200_000;

/** The sums under sign patterns drawn at random. One draw of 53 bits decides 32 signs. */
function* drawnSums(
  sizes: Float64Array,
  { seed, draws }: PermutationSettings,
): Steps<Float64Array> {
  const pause = Math.max(1, Math.floor(slice / sizes.length));
  const sums = new Float64Array(draws);
  let step = 0;
  for (let draw = 0; draw < draws; draw++) {
    let [sum, signs] = [0, 0];
    for (let i = 0; i < sizes.length; i++) {
      if (i % 32 === 0) signs = Math.floor(uniform(seed, 'sign flips', step++) * 2 ** 32);
      const size = sizes[i] as number;
      sum += (signs >>> (i % 32)) & 1 ? size : -size;
    }
    sums[draw] = sum;
    if (draw % pause === pause - 1) yield;
  }
  return sums;
}

/** `signFlipTest` in steps. */
export function* signFlipInSteps(
  differences: readonly number[],
  settings: PermutationSettings = defaultPermutation,
): Steps<PermutationTest> {
  const n = differences.length;
  if (n === 0) throw new RangeError('a permutation test needs at least one difference');
  const sizes = Float64Array.from(differences, Math.abs)
    .filter((size) => size !== 0)
    .sort();
  const total = sizes.reduce((a, b) => a + b, 0);
  if (!Number.isFinite(total))
    throw new RangeError('a permutation test needs differences that are finite numbers');
  const exact = sizes.length <= countable;
  const sums = exact ? Float64Array.from(everySum(sizes)) : yield* drawnSums(sizes, settings);
  const least = Math.abs(differences.reduce((a, b) => a + b, 0)) - rounding * total;
  const hits = sums.filter((sum) => Math.abs(sum) >= least).length;
  return { p: exact ? hits / sums.length : (1 + hits) / (1 + sums.length), exact, n };
}

/**
 * The paired permutation test of a mean difference: if neither condition were better, every unit's
 * difference could as well have had the other sign (Fisher, The Design of Experiments, 1935). p is the
 * share of sign patterns s with |Σ sᵢ dᵢ| >= |Σ dᵢ|, counted over all patterns up to 14 differences that
 * are not 0, and else estimated from drawn ones by
 *
 *   p = (1 + hits) / (1 + draws)
 *
 * which is never 0 (Phipson and Smyth 2010, "Permutation p-values should never be zero"). The null
 * depends on the differences' sizes alone and those are sorted: neither the units' order nor which
 * condition is subtracted from which changes p. A difference of 0 has no sign to flip and changes no sum.
 * @param differences one per independent unit (an item's mean over seeds), in any unit of measure
 * @throws RangeError when there are none, or their sum is not finite
 */
export const signFlipTest = (
  differences: readonly number[],
  settings: PermutationSettings = defaultPermutation,
): PermutationTest => atOnce(signFlipInSteps(differences, settings));

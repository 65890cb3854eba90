import { uniform } from '../../domain/draw.ts';
import { defaultBootstrap, type BootstrapSettings } from './crossed.ts';
import type { Interval } from './interval.ts';
import { quantile } from './quantile.ts';
import { atOnce, type Steps } from './steps.ts';

/** Of the resamples, the share that may have no value before the interval's ends are anyone's guess. */
const undefinedAtMost = 0.05;

/** Things drawn in one step: a few milliseconds. */
const slice = 5000;

/** `pairedBootstrap` in steps. */
export function* pairedBootstrapInSteps<A, B>(
  a: readonly A[],
  b: readonly B[],
  of: (a: readonly A[], b: readonly B[]) => number | null,
  { seed, resamples }: BootstrapSettings = defaultBootstrap,
): Steps<Interval | null> {
  const n = a.length;
  if (n === 0 || b.length !== n)
    throw new RangeError(`a bootstrap of pairs needs as many on each side, not ${n}, ${b.length}`);
  const value = of(a, b);
  if (value === null) return null;
  const pause = Math.max(1, Math.floor(slice / n));
  const values: number[] = [];
  let step = 0;
  for (let r = 0; r < resamples; r++) {
    const chosen = a.map(() => Math.floor(uniform(seed, 'paired bootstrap', step++) * n));
    const found = of(
      chosen.map((i) => a[i] as A),
      chosen.map((i) => b[i] as B),
    );
    if (found !== null) values.push(found);
    if (r % pause === pause - 1) yield;
  }
  if (values.length < (1 - undefinedAtMost) * resamples) return null;
  const sorted = Float64Array.from(values).sort();
  return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/**
 * A statistic of pairs with a 95 % percentile interval (Efron 1979): in each resample as many pairs are
 * drawn with replacement, each staying together; the ends are the 2.5 % and 97.5 % quantiles of the
 * resamples' values. null when the statistic has no value for these pairs, or for more than 5 % of the
 * resamples (ρ where hardly any rating differs); fewer such resamples are left out. Percentile intervals of
 * few pairs are too narrow, and a perfect ρ or κ has no width at all.
 * @param a one side's values
 * @param b the other side's, of the same things in the same order
 * @param of the statistic, e.g. `(a, b) => spearman(a, b).value`; null where it is undefined
 * @throws RangeError when there are no pairs or the lengths differ, and what `of` throws
 */
export const pairedBootstrap = <A, B>(
  a: readonly A[],
  b: readonly B[],
  of: (a: readonly A[], b: readonly B[]) => number | null,
  settings: BootstrapSettings = defaultBootstrap,
): Interval | null => atOnce(pairedBootstrapInSteps(a, b, of, settings));

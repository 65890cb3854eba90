import { resampledSums, type Crossed } from './crossed.ts';
import type { Interval } from './interval.ts';
import { quantile } from './quantile.ts';
import { atOnce, type Steps } from './steps.ts';
import { defaultBootstrap, type BootstrapSettings } from './weights.ts';

/** A sum over a sum, and the factor that the quotient counts with. */
export interface Ratio {
  readonly factor: number;
  readonly over: Crossed;
  /** What is divided by: counts of what `over` sums. Not negative. */
  readonly under: Crossed;
}

/** Resamples without a value may be so many, as a share, before the interval's ends are anyone's guess. */
const undefinedAtMost = 0.05;

const sumOf = (values: Crossed): number =>
  values.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);

/** `crossedRatios` in steps. */
export function* crossedRatiosInSteps(
  ratios: readonly Ratio[],
  settings: BootstrapSettings = defaultBootstrap,
): Steps<Interval | null> {
  const [first] = ratios;
  if (!first) throw new RangeError('a sum of ratios needs at least one');
  const shape = (table: Crossed) => `${table.length} x ${table[0]?.length ?? 0}`;
  for (const table of ratios.flatMap(({ over, under }) => [over, under]))
    if (shape(table) !== shape(first.over))
      throw new RangeError(
        `ratios need tables of one shape, not ${shape(first.over)} and ${shape(table)}`,
      );
  const value = ratios.reduce(
    (sum, { factor, over, under }) => sum + factor * (sumOf(over) / sumOf(under)),
    0,
  );
  if (!Number.isFinite(value)) return null;
  const sums: { factor: number; over: Float64Array; under: Float64Array }[] = [];
  for (const { factor, over, under } of ratios)
    sums.push({
      factor,
      over: yield* resampledSums(over, settings),
      under: yield* resampledSums(under, settings),
    });
  const values = Float64Array.from({ length: settings.resamples }, (_, r) =>
    sums.reduce(
      (sum, { factor, over, under }) => sum + factor * ((over[r] as number) / (under[r] as number)),
      0,
    ),
  )
    .filter(Number.isFinite)
    .sort();
  if (values.length < (1 - undefinedAtMost) * settings.resamples) return null;
  return { value, low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/**
 * Σ factor · (Σ over / Σ under) with a 95 % interval, items and draws resampled as in `crossedMean` and
 * the same for all ratios: shares of tokens where answers differ in length, means over different subsets
 * of the items. Items that a ratio does not count have 0 in both of its tables.
 * @param ratios all tables of one shape, items x draws
 * @returns null where a denominator is 0, or is so in more than 5 % of the resamples
 * @throws RangeError when a table is empty or not rectangular, or the shapes differ
 */
export const crossedRatios = (
  ratios: readonly Ratio[],
  settings: BootstrapSettings = defaultBootstrap,
): Interval | null => atOnce(crossedRatiosInSteps(ratios, settings));

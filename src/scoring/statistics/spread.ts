import type { Interval } from './interval.ts';
import { tQuantile } from './student.ts';

/** How a score varies over seeds. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  /** The seeds' standard deviation (over n - 1); null for one seed. */
  readonly sd: number | null;
  /** 95 % interval of the mean; null for one seed. */
  readonly interval: Interval | null;
}

/**
 * Mean and standard deviation over seeds, and Student's t interval of the mean:
 *
 *   mean ± t(0.975, n - 1) sd / √n
 *
 * The interval is about other seeds with the same items; for other items too, use `crossedMean`.
 * @param values one per seed
 * @throws RangeError when there are none, or one is not finite
 */
export function spread(values: readonly number[]): Spread {
  const n = values.length;
  const [first] = values;
  if (first === undefined) throw new RangeError('a mean over seeds needs at least one');
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`a mean over seeds needs finite numbers, not ${odd}`);
  // from the first on, so that equal values have exactly their own mean and no deviation
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / n;
  if (n === 1) return { n, mean, sd: null, interval: null };
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, interval: { value: mean, low: mean - half, high: mean + half } };
}

import { z95, type Interval } from './interval.ts';

/**
 * Wilson's 95 % score interval of a rate (E. B. Wilson, JASA 22, 1927): with p = right / n and z = 1.96,
 *
 *   (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
 *
 * Good for few trials and for rates near 0 and 1. Supposes independent trials: where items or draws
 * repeat, use `crossedMean`.
 * @param right successes, from 0 to n
 * @param n trials, at least 1
 * @throws RangeError for other numbers
 */
export function wilson(right: number, n: number): Interval {
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(right) || right < 0 || right > n)
    throw new RangeError(`a rate needs whole numbers with 0 <= right <= n, not ${right} of ${n}`);
  const p = right / n;
  const squared = z95 ** 2 / n;
  const centre = (p + squared / 2) / (1 + squared);
  const half = (z95 * Math.sqrt((p * (1 - p)) / n + squared / (4 * n))) / (1 + squared);
  // the rate lies between the ends; rounding could set an end of 0 or 1 a hair past it
  const [low, high] = [Math.min(p, centre - half), Math.max(p, centre + half)];
  return { value: p, low: Math.max(0, low), high: Math.min(1, high) };
}

/**
 * The quantile of sorted numbers, between neighbours by linear interpolation at (n - 1) p (type 7 of
 * Hyndman and Fan 1996, numpy's default).
 * @param sorted ascending, not empty
 * @param p from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const below = sorted[low] as number;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return below + (above - below) * (at - low);
}

/**
 * p-values adjusted for being several, by Holm's step-down method (S. Holm, Scandinavian Journal of
 * Statistics 6, 1979): of m sorted ascending, the i-th becomes
 *
 *   max over j <= i of min(1, (m - j + 1) p_j)
 *
 * so that rejecting what is at most α keeps the chance of any false rejection at most α, however the tests
 * depend on each other. Order is kept.
 * @param raw p-values from 0 to 1; null for a test that was not run: it stays null and counts as no test
 * @throws RangeError for a number outside 0 to 1
 */
export function holm(raw: readonly (number | null)[]): (number | null)[] {
  const run = raw.flatMap((p, at) => (p === null ? [] : [{ p, at }]));
  for (const { p } of run)
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies from 0 to 1, ${p} does not`);
  run.sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = raw.map(() => null);
  let highest = 0;
  for (const [i, { p, at }] of run.entries()) {
    highest = Math.max(highest, Math.min(1, (run.length - i) * p));
    adjusted[at] = highest;
  }
  return adjusted;
}

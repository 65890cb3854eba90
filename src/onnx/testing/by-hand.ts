import { expect } from 'vitest';

/** Log of the sum of exp over a row of logits. */
export const logSumOf = (row: readonly number[]): number => {
  const max = Math.max(...row);
  return max + Math.log(row.reduce((sum, x) => sum + Math.exp(x - max), 0));
};

/** Ids from the best on; of ties the lowest first. */
export const order = (row: readonly number[]): number[] =>
  row.map((_, id) => id).sort((a, b) => (row[b] as number) - (row[a] as number) || a - b);

/** Holds numbers against expected ones, each within a share of it, or of 1 where it is smaller. */
export function close(got: ArrayLike<number>, expected: readonly number[], tolerance = 1e-5): void {
  expect(got.length).toBe(expected.length);
  expected.forEach((value, i) =>
    expect(Math.abs((got[i] as number) - value)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    ),
  );
}

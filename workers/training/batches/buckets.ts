/** Lengths are multiples of this: kernels like it, and rows of nearly equal length share a graph. */
const grain = 16;

/** A length in whole grains. */
export const inGrains = (length: number): number => Math.max(1, Math.ceil(length / grain)) * grain;

/**
 * The few lengths to fill up to: every bucket is a graph of its own, with the weights in it again. Of all
 * choices of `most` lengths the one with the least filling.
 * @param lengths in positions, one for each run
 * @returns ascending; the last one holds the longest
 */
export function chooseBuckets(lengths: readonly number[], most: number): number[] {
  const counts = new Map<number, number>();
  for (const length of lengths)
    counts.set(inGrains(length), (counts.get(inGrains(length)) ?? 0) + 1);
  const sizes = [...counts.keys()].sort((a, b) => a - b);
  /** For each size as the longest: the least positions with so many buckets, and their sizes. */
  let best = sizes.map((size, i) => ({
    cost: size * countUpTo(sizes, counts, 0, i),
    chosen: [size],
  }));
  for (let buckets = 2; buckets <= Math.min(most, sizes.length); buckets++) {
    best = sizes.map((size, i) => {
      let least = best[i] as (typeof best)[number];
      for (let j = 0; j < i; j++) {
        const before = best[j] as (typeof best)[number];
        const cost = before.cost + size * countUpTo(sizes, counts, j + 1, i);
        if (cost < least.cost) least = { cost, chosen: [...before.chosen, size] };
      }
      return least;
    });
  }
  return best.at(-1)?.chosen ?? [];
}

function countUpTo(
  sizes: readonly number[],
  counts: ReadonlyMap<number, number>,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += counts.get(sizes[i] as number) ?? 0;
  return sum;
}

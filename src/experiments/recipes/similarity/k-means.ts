import { startColumns } from './k-means-start.ts';
import type { Vectors } from './vectors.ts';

/** Rounds at most; what is still moving then stays where it is. */
const rounds = 10;

/** The column with the greatest cosine for a text; of equals, the first. */
function nearest(columns: readonly Float64Array[], text: number): number {
  let best = 0;
  for (let k = 1; k < columns.length; k++)
    if ((columns[k]?.[text] as number) > (columns[best]?.[text] as number)) best = k;
  return best;
}

/**
 * Spherical k-means (Dhillon and Modha, "Concept decompositions for large sparse text data using
 * clustering", 2001) from k-means++ starts: a text belongs to the centre with the greatest cosine.
 * @param members positions of the texts to cluster, at least `count`; of equals, the first counts
 * @returns the clusters, the largest first, each with the text nearest its centre first; where texts equal
 * one another, some may be empty
 */
export function kMeans(
  vectors: Vectors,
  members: readonly number[],
  count: number,
  seed: number,
): number[][] {
  const columns = startColumns(vectors, members, count, seed);
  const home = new Map<number, number>();
  for (let round = 0; round < rounds; round++) {
    const changed = new Set<number>();
    for (const text of members) {
      const [before, now] = [home.get(text), nearest(columns, text)];
      if (before === now) continue;
      home.set(text, now);
      changed.add(now);
      if (before !== undefined) changed.add(before);
    }
    if (changed.size === 0) break;
    const clusters = columns.map((): number[] => []);
    for (const [text, k] of home) clusters[k]?.push(text);
    // A centre whose texts stayed is where it was; one that lost them all stays.
    for (const k of changed)
      if (clusters[k]?.length) columns[k] = vectors.cosines(vectors.centre(clusters[k]));
  }
  return columns
    .map((column, k) =>
      members
        .filter((text) => home.get(text) === k)
        .sort((a, b) => (column[b] as number) - (column[a] as number)),
    )
    .sort((a, b) => b.length - a.length);
}

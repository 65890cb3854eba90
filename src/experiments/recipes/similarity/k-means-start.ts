import { uniform } from '../../../domain/draw.ts';
import type { Vector, Vectors } from './vectors.ts';

/**
 * Where clusters start: k-means++ (Arthur and Vassilvitskii, "k-means++: the advantages of careful
 * seeding", SODA 2007). Each next start is drawn with a chance in proportion to its squared distance,
 * 2 - 2 cos for vectors of length 1, from the nearest start so far.
 * @param members positions of the texts to start from, at least `count`
 * @returns for every start the cosines of all texts with it
 */
export function startColumns(
  vectors: Vectors,
  members: readonly number[],
  count: number,
  seed: number,
): Float64Array[] {
  const columns: Float64Array[] = [];
  const started = new Set<number>();
  const distances = members.map(() => 1);
  while (columns.length < count) {
    const total = distances.reduce((sum, distance) => sum + distance, 0);
    let rest = uniform(seed, 'k-means', columns.length) * total;
    const drawn = distances.findIndex((distance) => distance > 0 && (rest -= distance) < 0);
    // None is drawn where all that are left equal a start, or by rounding at the very end.
    const start = drawn >= 0 ? members[drawn] : members.find((text) => !started.has(text));
    started.add(start as number);
    const column = vectors.cosines(vectors.of[start as number] as Vector);
    const isFirst = columns.push(column) === 1;
    members.forEach((text, i) => {
      const distance = started.has(text) ? 0 : Math.max(0, 2 - 2 * (column[text] as number));
      distances[i] = isFirst ? distance : Math.min(distance, distances[i] as number);
    });
  }
  return columns;
}

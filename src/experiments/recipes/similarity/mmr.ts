import type { Vector, Vectors } from './vectors.ts';

/**
 * Maximal marginal relevance (Carbonell and Goldstein, "The use of MMR, diversity-based reranking", SIGIR
 * 1998): one text after another, always the one with the greatest
 *
 *     lambda relevance(text) - (1 - lambda) max over those taken of cos(text, taken)
 *
 * @param found positions to take from, the most relevant ones; of equals, the first is taken
 * @param lambda from 0 (only unlike those taken) to 1 (only relevant)
 * @returns `count` positions in the order in which they were taken
 */
export function mmr(
  vectors: Vectors,
  relevance: Float64Array,
  found: readonly number[],
  count: number,
  lambda: number,
): number[] {
  const left = [...found];
  const nearest = new Float64Array(relevance.length);
  const taken: number[] = [];
  while (taken.length < count && left.length > 0) {
    let [best, bestValue] = [0, -Infinity];
    for (const [i, text] of left.entries()) {
      const value = lambda * (relevance[text] ?? 0) - (1 - lambda) * (nearest[text] ?? 0);
      if (value > bestValue) [best, bestValue] = [i, value];
    }
    const [text] = left.splice(best, 1) as [number];
    taken.push(text);
    const cosines = vectors.cosines(vectors.of[text] as Vector);
    for (const other of left)
      nearest[other] = Math.max(nearest[other] as number, cosines[other] as number);
  }
  return taken;
}

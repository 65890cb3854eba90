import * as v from 'valibot';

/**
 * How demonstrations are chosen from a pool.
 * - `random`: the seed's order, the categories in turn; a larger count has a smaller one's in front.
 * - `bm25`: those whose queries share the most telling words with the asked one (similarity/bm25.ts).
 * - `nearest`: those whose queries are spelled most like it (similarity/trigrams.ts).
 * - `mmr`: of the 5 `count` nearest, at least 20, those that are also unlike one another (similarity/mmr.ts);
 *   `lambda` weighs likeness to the query, 0.5 if not given.
 * - `k-means`: one of each of `count` clusters of the pool's queries (similarity/k-means.ts), whatever is
 *   asked; the largest cluster's stands first.
 *
 * Where the asked query decides (`bm25`, `nearest`, `mmr`), the demonstration most like it stands last,
 * nearest the live query. Those equally like it come in the seed's order.
 */
export const Selector = v.variant('by', [
  v.strictObject({ by: v.literal('random') }),
  v.strictObject({ by: v.literal('bm25') }),
  v.strictObject({ by: v.literal('nearest') }),
  v.strictObject({
    by: v.literal('mmr'),
    lambda: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  v.strictObject({ by: v.literal('k-means') }),
]);
export type Selector = v.InferOutput<typeof Selector>;

import * as v from 'valibot';
import { Selector } from './selector.ts';

/** The lab's two pools: the same questions, well answered or with the faults of hasty work put in. */
export const PoolQuality = v.picklist(['high', 'degraded']);
export type PoolQuality = v.InferOutput<typeof PoolQuality>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Where some of an arm's demonstrations come from. An arm lists its sources in prompt order; new
 * demonstrations stand before the curated ones (arXiv 2405.19874).
 * - `curated`: the fixed block, or those of it at positions from 0.
 * - `pool`: chosen from the document's pool, or the lab's of a named quality; at random if not said otherwise.
 *   Both qualities have the same questions in the same places, so a seed draws the same ones. A document may
 *   leave `count` out; whoever gathers has filled it in.
 * - `given`: written out, by hand or by a search.
 * - `conversations`: two exchanges each, that stand as two demonstrations one after the other (E12).
 */
export const Source = v.variant('take', [
  v.strictObject({ take: v.literal('curated'), only: v.optional(v.array(count)) }),
  v.strictObject({
    take: v.literal('pool'),
    count: v.optional(count),
    quality: v.optional(PoolQuality),
    select: v.optional(Selector),
  }),
  v.strictObject({
    take: v.literal('given'),
    pairs: v.array(
      v.strictObject({
        query: v.string(),
        answer: v.string(),
        category: v.optional(v.string()),
      }),
    ),
  }),
  v.strictObject({ take: v.literal('conversations'), count }),
]);
export type Source = v.InferOutput<typeof Source>;

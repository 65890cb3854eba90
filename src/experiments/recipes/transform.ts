import * as v from 'valibot';

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where the random answer of a demonstration comes from: its own category, or any other. */
export const AnswerDomain = v.picklist(['in-domain', 'out-of-domain']);
export type AnswerDomain = v.InferOutput<typeof AnswerDomain>;

/**
 * One change to the demonstrations of an arm. Positions count from 0. Rules on and off is a setting of
 * the arm, not a transform.
 * - `subset`: those at the positions, in the order they stand in (arXiv 2405.19874, Fig. 4).
 * - `leave-out`: all but one.
 * - `queries-only`, `answers-only`: X only, Y only (Table 3). The other text is empty, and the layout
 *   writes no heading for it: so do the published prompts of queries alone. Prompts of answers alone are
 *   not published; they are written the same way.
 * - `shift`: demonstration i gets the answer of demonstration (i + by) mod n. `by` is 1 in the published
 *   prompt of three and -1 in that of six.
 * - `random-answers`: an answer drawn from the pool, never a demonstration's own (Table 3).
 * - `permute`: in an order that the seed decides. `order`: the demonstration at `of[i]` comes to place i.
 *   `reverse`: last first.
 */
export const Transform = v.variant('kind', [
  v.strictObject({ kind: v.literal('subset'), keep: v.array(position) }),
  v.strictObject({ kind: v.literal('leave-out'), index: position }),
  v.strictObject({ kind: v.literal('queries-only') }),
  v.strictObject({ kind: v.literal('answers-only') }),
  v.strictObject({ kind: v.literal('shift'), by: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ kind: v.literal('random-answers'), from: AnswerDomain }),
  v.strictObject({ kind: v.literal('permute') }),
  v.strictObject({ kind: v.literal('order'), of: v.array(position) }),
  v.strictObject({ kind: v.literal('reverse') }),
]);
export type Transform = v.InferOutput<typeof Transform>;

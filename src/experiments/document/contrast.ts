import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.minLength(1));

export const claimIds = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'C9',
  'C10',
  'C11',
  'C12',
  'C13',
] as const;
export const ClaimId = v.picklist(claimIds);
export type ClaimId = v.InferOutput<typeof ClaimId>;

/** What a contrast should be for its claim to hold, in the scorer's unit. */
export const Expectation = v.variant('kind', [
  v.strictObject({ kind: v.literal('above'), than: finite }),
  v.strictObject({ kind: v.literal('below'), than: finite }),
  v.strictObject({
    kind: v.literal('near'),
    than: finite,
    within: v.pipe(finite, v.gtValue(0)),
  }),
]);
export type Expectation = v.InferOutput<typeof Expectation>;

/** Levels by factor: one, or any of several. Factors that are not named may have any level. */
export const Where = v.record(text, v.union([text, v.pipe(v.array(text), v.minLength(1))]));
export type Where = v.InferOutput<typeof Where>;

/**
 * A weighted sum of means, taken question by question and seed by seed, so that arms are compared on the
 * same questions. Arms that a term's `where` fits are averaged.
 */
export const Contrast = v.strictObject({
  id: text,
  label: text,
  claim: v.optional(v.nullable(ClaimId), null),
  /** Id of a scorer of the document; absent for its first. */
  scorer: v.optional(text),
  terms: v.pipe(
    v.array(
      v.strictObject({
        weight: finite,
        where: Where,
        /** Absent: the mean of all turns. */
        turn: v.optional(v.picklist([1, 2])),
        /** Items of this part or category alone. */
        items: v.optional(v.strictObject({ part: v.optional(text), category: v.optional(text) })),
      }),
    ),
    v.minLength(1),
  ),
  expect: Expectation,
});
export type Contrast = v.InferOutput<typeof Contrast>;

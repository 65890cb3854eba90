import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Source = v.variant('take', [
  v.strictObject({ take: v.literal('curated'), only: v.optional(v.array(whole)) }),
  v.strictObject({
    take: v.literal('pool'),
    count: v.optional(whole),
    select: v.optional(v.any()),
  }),
  v.strictObject({
    take: v.literal('given'),
    pairs: v.array(
      v.strictObject({
        query: v.string(),
        answer: v.string(),
        category: v.optional(v.string(), ''),
      }),
    ),
  }),
  v.strictObject({ take: v.literal('conversations'), count: whole }),
]);
export type Source = v.InferOutput<typeof Source>;

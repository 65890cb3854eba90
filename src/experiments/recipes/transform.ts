import * as v from 'valibot';

export const Transform = v.variant('kind', [v.strictObject({ kind: v.literal('queries-only') })]);
export type Transform = v.InferOutput<typeof Transform>;

import * as v from 'valibot';

export const Scorer = v.variant('kind', [v.strictObject({ kind: v.literal('lab-80') })]);
export type Scorer = v.InferOutput<typeof Scorer>;
export type Scored = { readonly value: number } | { readonly error: string };

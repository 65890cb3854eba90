import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';

/** How many tokens were drawn, the end token and those of a stop string among them. */
export const Length = v.strictObject({ kind: v.literal('length') });
export type Length = v.InferOutput<typeof Length>;

export const length = (_: Length): ReadyScorer => ({
  id: 'length',
  version: 1,
  label: 'Length',
  unit: 'tokens',
  range: { min: 0, max: null },
  higherIsBetter: null,
  score: ({ tokens, rawText, tokenCount = tokens.length }) =>
    tokenCount === 0 && rawText !== ''
      ? { error: 'The tokens of the answer were not recorded.' }
      : { value: tokenCount },
});

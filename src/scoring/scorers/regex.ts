import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';
import { readPattern } from '../pattern/pattern.ts';

/** Whether a regular expression is found in the answer; src/scoring/pattern says which can be used. */
export const Regex = v.strictObject({
  kind: v.literal('regex'),
  pattern: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  flags: v.optional(
    v.pipe(v.string(), v.regex(/^(?!.*(.).*\1)[ims]*$/u, 'flags are i, m and s, each once')),
    '',
  ),
});
export type Regex = v.InferOutput<typeof Regex>;

/** @throws Problem 'bad-input' for a pattern that cannot be used, naming it and the reason */
export function regex({ pattern, flags }: Regex): ReadyScorer {
  const ready = readPattern(pattern, flags);
  const name = `/${pattern}/${Array.from(flags).sort().join('')}`;
  return {
    id: `regex:${name}`,
    version: 1,
    label: `Matches ${name}`,
    unit: '',
    range: { min: 0, max: 1 },
    // A pattern may look for what is wanted or for what is not.
    higherIsBetter: null,
    score: ({ answer }) => ({ value: ready.isFoundIn(answer) ? 1 : 0 }),
  };
}

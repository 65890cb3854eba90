import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';
import { comparable, comparableReference } from './compare.ts';

/** Whether the answer is the reference and nothing else. */
export const Exact = v.strictObject({
  kind: v.literal('exact'),
  caseSensitive: v.optional(v.boolean(), false),
});
export type Exact = v.InferOutput<typeof Exact>;

export const exact = (named: Exact): ReadyScorer => ({
  id: named.caseSensitive ? 'exact/case' : 'exact',
  version: 1,
  label: named.caseSensitive
    ? 'Exactly the reference, letter case counts'
    : 'Exactly the reference',
  unit: '',
  range: { min: 0, max: 1 },
  higherIsBetter: true,
  score: ({ answer, reference }) => {
    const wanted = comparableReference(reference, named);
    if ('error' in wanted) return wanted;
    return { value: comparable(answer, named) === wanted.text ? 1 : 0 };
  },
});

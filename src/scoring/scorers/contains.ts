import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';
import { comparable, comparableReference } from './compare.ts';

/** Whether the reference stands anywhere in the answer, as letters: "7" is in "17". */
export const Contains = v.strictObject({
  kind: v.literal('contains'),
  caseSensitive: v.optional(v.boolean(), false),
});
export type Contains = v.InferOutput<typeof Contains>;

export const contains = (named: Contains): ReadyScorer => ({
  id: named.caseSensitive ? 'contains/case' : 'contains',
  version: 1,
  label: named.caseSensitive
    ? 'Contains the reference, letter case counts'
    : 'Contains the reference',
  unit: '',
  range: { min: 0, max: 1 },
  higherIsBetter: true,
  score: ({ answer, reference }) => {
    const wanted = comparableReference(reference, named);
    if ('error' in wanted) return wanted;
    return { value: comparable(answer, named).includes(wanted.text) ? 1 : 0 };
  },
});

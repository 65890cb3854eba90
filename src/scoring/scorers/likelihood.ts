import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';
import { meanOf, perplexityOf, sumOf } from '../likelihood.ts';

/** How probable the arm's prompt makes the question's reference: what leaving a demonstration out changes. */
export const Likelihood = v.strictObject({
  kind: v.literal('likelihood'),
  as: v.optional(v.picklist(['mean', 'sum', 'perplexity']), 'mean'),
});
export type Likelihood = v.InferOutput<typeof Likelihood>;

const measures = {
  mean: {
    label: 'Log-probability of the reference, mean',
    unit: 'nats per token',
    range: { min: null, max: 0 },
    higherIsBetter: true,
    of: meanOf,
  },
  sum: {
    label: 'Log-probability of the reference, sum',
    unit: 'nats',
    range: { min: null, max: 0 },
    higherIsBetter: true,
    of: sumOf,
  },
  perplexity: {
    label: 'Perplexity of the reference',
    unit: '',
    range: { min: 1, max: null },
    higherIsBetter: false,
    of: perplexityOf,
  },
} as const;

export function likelihood({ as }: Likelihood): ReadyScorer {
  const { of, ...facts } = measures[as];
  return {
    id: `likelihood/${as}`,
    version: 1,
    ...facts,
    score: ({ logProbabilities }) => {
      if (!logProbabilities || logProbabilities.length === 0)
        return { error: 'The model was not asked for the probability of a text.' };
      const at = logProbabilities.findIndex((it) => !Number.isFinite(it));
      if (at >= 0) return { error: `Token ${at + 1} of the text has no finite log-probability.` };
      return { value: of(logProbabilities) };
    },
  };
}

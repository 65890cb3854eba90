import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';
import { meanOf, perplexityOf, sumOf } from '../likelihood.ts';

/**
 * How probable the arm's prompt makes a text: the question's reference, or what another arm answered there.
 */
export const Likelihood = v.strictObject({
  kind: v.literal('likelihood'),
  as: v.optional(v.picklist(['mean', 'sum', 'perplexity']), 'mean'),
  /** The reference, or the arm whose answers are judged: a level for every factor that tells it apart. */
  of: v.optional(
    v.union([v.literal('reference'), v.strictObject({ arm: v.record(v.string(), v.string()) })]),
    'reference',
  ),
  /** How many of the most probable tokens are kept at each place. */
  alternatives: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 0),
});
export type Likelihood = v.InferOutput<typeof Likelihood>;

const measures = {
  mean: {
    label: 'Log-probability per token',
    unit: 'nats per token',
    range: { min: null, max: 0 },
    higherIsBetter: true,
    of: meanOf,
  },
  sum: {
    label: 'Log-probability',
    unit: 'nats',
    range: { min: null, max: 0 },
    higherIsBetter: true,
    of: sumOf,
  },
  perplexity: {
    label: 'Perplexity',
    unit: '',
    range: { min: 1, max: null },
    higherIsBetter: false,
    of: perplexityOf,
  },
} as const;

export function likelihood({ as, of: judged }: Likelihood): ReadyScorer {
  const { of, ...facts } = measures[as];
  const whose = judged === 'reference' ? judged : Object.values(judged.arm).join(', ');
  return {
    id: `likelihood/${as}/${whose}`,
    version: 1,
    ...facts,
    label: `${facts.label} of ${judged === 'reference' ? 'the reference' : `the answer of ${whose}`}`,
    score: ({ logProbabilities }) => {
      if (!logProbabilities || logProbabilities.length === 0)
        return { error: 'The model was not asked for the probability of a text.' };
      const at = logProbabilities.findIndex((it) => !Number.isFinite(it));
      if (at >= 0) return { error: `Token ${at + 1} of the text has no finite log-probability.` };
      return { value: of(logProbabilities) };
    },
  };
}

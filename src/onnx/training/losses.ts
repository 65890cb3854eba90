import { logSigmoid } from '../composites/log-prob.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/** Sum of w times the negative log-probability, a scalar; both [M, 1]. */
export const negativeLogLikelihood = (g: GraphBuilder, logProbs: Value, weights: Value): Value =>
  g.neg(g.sum(g.mul(logProbs, weights)));

/** Scalars of one batch of preference pairs, each over the pairs that are present. */
export interface PreferenceValues {
  loss: Value;
  /** Reward of the chosen answer minus reward of the rejected one, beta included. */
  margin: Value;
  /** Pairs in which the margin is positive. */
  accuracy: Value;
}

/** What is known of the answers: P chosen ones, then P rejected ones. */
export interface PreferenceInputs {
  /** Each answer's log-probability (nats), [2P], under the model in training. */
  scores: Value;
  /** The same under the model that training started from. */
  reference: Value;
  /** [P]: 0 for a pair that only fills the batch, else 1. */
  present: Value;
}

/**
 * Direct preference optimisation (arXiv 2305.18290, equation 7): the sum over pairs of
 * -log sigmoid(r(chosen) - r(rejected)) with r(y) = beta (log p(y) - log p_reference(y)).
 */
export function preferenceSums(
  g: GraphBuilder,
  { scores, reference, present }: PreferenceInputs,
  beta: number,
): PreferenceValues {
  const pairs = present.shape[0] as number;
  const rewards = g.scale(g.sub(scores, reference), beta);
  const margins = g.sub(g.slice(rewards, 0, 0, pairs), g.slice(rewards, 0, pairs, 2 * pairs));
  const total = (values: Value): Value => g.sum(g.mul(values, present));
  return {
    loss: g.neg(total(logSigmoid(g, margins))),
    margin: total(margins),
    accuracy: total(g.cast(g.op('Greater', [margins, g.scalar(0)]), 'float32')),
  };
}

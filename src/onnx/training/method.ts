import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import type { StepShape } from './learnt-rows.ts';
import { negativeLogLikelihood, preferenceSums } from './losses.ts';

/** What is learnt: to give answers (sft), or to prefer one to another (dpo). */
export type Method =
  | { readonly kind: 'sft' }
  | {
      readonly kind: 'dpo';
      /** P: a micro-batch has 2 P rows of tokens, first the chosen answers, then the rejected ones. */
      readonly pairs: number;
      /** Weight of the log-ratio to the reference. */
      readonly beta: number;
    };

/** Outputs by name; `loss` is what falls. */
export type Measured = { readonly loss: Value } & Readonly<Record<string, Value>>;

/**
 * Declares what the loss reads beside the labels, and works it out from their log-probabilities
 * [R, 1]. All results are sums times the input share float32 []: of micro-batches that share a step
 * they add up to the step's.
 *
 * sft: weights float32 [R, 1], 0 for filling; share is 1 / (sum of the step's weights). Output: loss,
 * the mean negative log-likelihood in nats.
 * dpo: answers float32 [2P, R], 1 where a position belongs to an answer; reference float32 [2P], each
 * answer's log-probability under the model before training; present float32 [P], 0 for filling; share
 * is 1 / (the step's pairs). Outputs: loss, margin (reward of the chosen answer minus that of the
 * rejected one), accuracy (share of pairs with a positive margin).
 */
export function measured(
  g: GraphBuilder,
  logProbs: Value,
  { rows }: StepShape,
  method: Method,
): Measured {
  const share = g.input('share', 'float32', []);
  if (method.kind === 'sft') {
    const weights = g.input('weights', 'float32', [rows, 1]);
    return { loss: g.mul(negativeLogLikelihood(g, logProbs, weights), share) };
  }
  const { pairs, beta } = method;
  const answers = g.input('answers', 'float32', [2 * pairs, rows]);
  const reference = g.input('reference', 'float32', [2 * pairs]);
  const present = g.input('present', 'float32', [pairs]);
  const scores = g.reshape(g.matmul(answers, logProbs), [2 * pairs]);
  const sums = preferenceSums(g, { scores, reference, present }, beta);
  return {
    loss: g.mul(sums.loss, share),
    margin: g.mul(sums.margin, share),
    accuracy: g.mul(sums.accuracy, share),
  };
}

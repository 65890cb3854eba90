import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

export interface AdamWSettings {
  /** Decoupled weight decay per unit of learning rate. */
  weightDecay: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

export interface AdamWState {
  parameters: Value;
  gradient: Value;
  moment1: Value;
  moment2: Value;
  /** Scalars: this step's rate, 1 - beta1^t and 1 - beta2^t. */
  learningRate: Value;
  correction1: Value;
  correction2: Value;
  /** Scalar that the gradient is multiplied by (clipping), if any. */
  gradientScale?: Value;
  /** Vector of 1 where weight decay applies and 0 where not; without it, everywhere. */
  decayed?: Value;
}

/**
 * One AdamW step (arXiv 1711.05101) on a vector [n]: next parameters and moments. Written so that
 * as few passes over [n] as possible are made: what is scalar is multiplied out first.
 */
export function adamw(
  g: GraphBuilder,
  state: AdamWState,
  { weightDecay, beta1, beta2, epsilon }: AdamWSettings,
): { parameters: Value; moment1: Value; moment2: Value } {
  const { parameters, gradient, learningRate, correction1, correction2 } = state;
  const clip = state.gradientScale ?? g.scalar(1);
  const moment1 = g.add(g.scale(state.moment1, beta1), g.mul(gradient, g.scale(clip, 1 - beta1)));
  const moment2 = g.add(
    g.scale(state.moment2, beta2),
    g.mul(g.mul(gradient, gradient), g.scale(g.mul(clip, clip), 1 - beta2)),
  );
  // lr (m / c1) / (sqrt(v / c2) + eps) = (lr sqrt(c2) / c1) m / (sqrt(v) + eps sqrt(c2))
  const root = g.op('Sqrt', [correction2]);
  const rate = g.div(g.mul(learningRate, root), correction1);
  const divisor = g.add(g.op('Sqrt', [moment2]), g.scale(root, epsilon));
  const update = g.mul(g.div(moment1, divisor), rate);
  if (weightDecay === 0) return { parameters: g.sub(parameters, update), moment1, moment2 };
  const shrink = g.scale(learningRate, weightDecay);
  const factor = state.decayed ? g.mul(state.decayed, shrink) : shrink;
  const kept = g.mul(parameters, g.sub(g.scalar(1), factor));
  return { parameters: g.sub(kept, update), moment1, moment2 };
}

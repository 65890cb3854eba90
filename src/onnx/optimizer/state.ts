import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/** What an optimizer step reads beside the gradient. */
export interface OptimizerInputs {
  /** Flat [n]. */
  parameters: Value;
  moment1: Value;
  moment2: Value;
  /** Scalars: this step's rate, 1 - beta1^t and 1 - beta2^t. */
  learningRate: Value;
  correction1: Value;
  correction2: Value;
}

/** Flat [n], after the step. */
export type NextState = Pick<OptimizerInputs, 'parameters' | 'moment1' | 'moment2'>;

/**
 * Declares the inputs parameters, moment1, moment2 float32 [n] and learningRate, correction1 =
 * 1 - beta1^t, correction2 = 1 - beta2^t float32 [].
 */
export function optimizerInputs(g: GraphBuilder, n: number): OptimizerInputs {
  const vector = (name: string) => g.input(name, 'float32', [n]);
  const number = (name: string) => g.input(name, 'float32', []);
  return {
    parameters: vector('parameters'),
    moment1: vector('moment1'),
    moment2: vector('moment2'),
    learningRate: number('learningRate'),
    correction1: number('correction1'),
    correction2: number('correction2'),
  };
}

/** Declares the outputs gradientNorm [], nextParameters, nextMoment1, nextMoment2 [n]. */
export function optimizerOutputs(g: GraphBuilder, norm: Value, next: NextState): void {
  g.output('gradientNorm', norm);
  g.output('nextParameters', next.parameters);
  g.output('nextMoment1', next.moment1);
  g.output('nextMoment2', next.moment2);
}

import type { WorkOptimizer } from './work.ts';

/** The optimizer of all trainings that are measured. */
export const optimizer: WorkOptimizer = {
  learningRate: 1e-3,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0.01,
  clipNorm: 1,
};

import type { Optimizer } from '../recipes/recipe.ts';

/**
 * Learning rate of a step: linear warm-up, then half a cosine down to `finalFraction` of the peak
 * (Loshchilov & Hutter 2017, one cycle). `tokens` counts those trained on *with* this step, so the
 * first step already moves and the last one sits at the floor.
 */
export function learningRate(optimizer: Optimizer, tokens: number, totalTokens: number): number {
  const { peakLearningRate: peak, finalFraction, warmupTokens } = optimizer;
  if (tokens < warmupTokens) return (peak * tokens) / warmupTokens;
  const progress = Math.min(1, (tokens - warmupTokens) / Math.max(1, totalTokens - warmupTokens));
  return peak * (finalFraction + (1 - finalFraction) * 0.5 * (1 + Math.cos(Math.PI * progress)));
}

/** Adam's bias correction of a moment after `step` updates (counted from 1): 1 - beta^step. */
export const biasCorrection = (beta: number, step: number): number => 1 - beta ** step;

import { graphMemory } from '../graph/memory.ts';
import { gradientGraph } from './graphs.ts';
import { trainedLength } from './trained.ts';

/** Bytes that a training takes, by what for. */
export interface TrainingMemory {
  /** The decoder's weights, as the gradient graph holds them. */
  readonly weights: number;
  /** Parameters, moments and gradient, and the set that they are exchanged with. */
  readonly state: number;
  /** What a micro-batch works out, forwards and backwards, at its most. */
  readonly activations: number;
  readonly total: number;
}

/** The flat vectors of an update: parameters, two moments and the gradient, each read and written. */
const vectors = 8;

/**
 * Estimates a training's memory by counting through its graph; arguments as `buildGradients`. Graphs of
 * further shapes each hold the weights again.
 */
export function trainingMemory(...given: Parameters<typeof gradientGraph>): TrainingMemory {
  const [, trained] = given;
  const { constants: weights, values: activations } = graphMemory(gradientGraph(...given));
  const state = vectors * 4 * trainedLength(trained);
  return { weights, state, activations, total: weights + state + activations };
}

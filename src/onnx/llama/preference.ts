import { tokenLogProb } from '../composites/log-prob.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { toModel } from '../graph/finish.ts';
import type { Value } from '../graph/value.ts';
import { writeModel } from '../model/write.ts';
import { optimizerInputs, optimizerOutputs } from '../optimizer/state.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import { preferenceSums, type PreferenceValues } from '../training/losses.ts';
import type { LlamaConfig } from './config.ts';
import { cutParameters, llamaForward } from './forward.ts';
import { parameterCount } from './parameters.ts';
import type { BuiltGraph } from './training.ts';
import { update, type UpdateSettings } from './update.ts';

/** The shape of a batch of preference pairs, and how far the model may leave the reference. */
export interface PreferenceShape {
  /** Pairs, P: a batch has 2 P rows, first the chosen answers, then the rejected ones. */
  pairs: number;
  /** Tokens per row, T. */
  length: number;
  /** Weight of the log-ratio to the reference: the larger, the closer the model stays. */
  beta: number;
}

export interface PreferenceOptions extends PreferenceShape, UpdateSettings {}

/** What the loss reads: see `buildPreferenceStep` for the shapes. */
export interface PreferenceInputs {
  logits: Value;
  labels: Value;
  weights: Value;
  reference: Value;
  present: Value;
}

/** Direct preference optimisation's means over the pairs that are present; see `preferenceSums`. */
export function preferenceLoss(
  g: GraphBuilder,
  { logits, labels, weights, reference, present }: PreferenceInputs,
  { pairs, length, beta }: PreferenceShape,
): PreferenceValues {
  const tokens = g.reshape(g.mul(tokenLogProb(g, logits, labels), weights), [2 * pairs, length]);
  const sums = preferenceSums(g, { scores: g.sum(tokens, [1]), reference, present }, beta);
  const count = g.sum(present);
  return {
    loss: g.div(sums.loss, count),
    margin: g.div(sums.margin, count),
    accuracy: g.div(sums.accuracy, count),
  };
}

/**
 * One step of direct preference optimisation as a single graph.
 *
 * Inputs: ids int64 [2P, T]; labels int64 [2P T, 1]; weights float32 [2P T, 1], 1 where the label is
 * a token of the answer; reference float32 [2P], each answer's summed log-probability (nats) under
 * the model that training started from; present float32 [P], 0 for a pair that only fills the batch;
 * parameters, moments, rate and corrections as in `buildTrainingStep`.
 *
 * Outputs: loss, margin, accuracy (see `PreferenceValues`; all of the parameters before the step),
 * gradientNorm, nextParameters, nextMoment1, nextMoment2.
 */
export function buildPreferenceStep(config: LlamaConfig, options: PreferenceOptions): BuiltGraph {
  const { pairs, length } = options;
  const rows = 2 * pairs;
  const n = parameterCount(config);
  const g = createGraph();
  const ids = g.input('ids', 'int64', [rows, length]);
  const labels = g.input('labels', 'int64', [rows * length, 1]);
  const weights = g.input('weights', 'float32', [rows * length, 1]);
  const reference = g.input('reference', 'float32', [rows]);
  const present = g.input('present', 'float32', [pairs]);
  const state = optimizerInputs(g, n);
  const pieces = cutParameters(g, config, state.parameters);
  const logits = llamaForward(g, config, pieces, ids);
  const { loss, margin, accuracy } = preferenceLoss(
    g,
    { logits, labels, weights, reference, present },
    options,
  );
  const { norm, next } = update(
    g,
    config,
    { ...state, pieces, gradients: gradients(g, loss, [...pieces.values()]) },
    options,
  );
  g.output('loss', loss);
  g.output('margin', margin);
  g.output('accuracy', accuracy);
  optimizerOutputs(g, norm, next);
  return { bytes: writeModel(toModel(g)), parameterCount: n };
}

import { logSigmoid, tokenLogProb } from '../composites/log-prob.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { toModel } from '../graph/finish.ts';
import type { Value } from '../graph/value.ts';
import { writeModel } from '../model/write.ts';
import { createGraph, gradients } from '../ops/registry.ts';
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

/** Scalars of one batch, each a mean over the pairs that are present. */
export interface PreferenceValues {
  loss: Value;
  /** Reward of the chosen answer minus reward of the rejected one, beta included. */
  margin: Value;
  /** Share of pairs in which the margin is positive. */
  accuracy: Value;
}

/**
 * Direct preference optimisation (arXiv 2305.18290, equation 7): mean of
 * -log sigmoid(r(chosen) - r(rejected)) with r(y) = beta (log p(y) - log p_reference(y)), where
 * log p(y) sums over an answer's tokens.
 */
export function preferenceLoss(
  g: GraphBuilder,
  { logits, labels, weights, reference, present }: PreferenceInputs,
  { pairs, length, beta }: PreferenceShape,
): PreferenceValues {
  const tokens = g.reshape(g.mul(tokenLogProb(g, logits, labels), weights), [2 * pairs, length]);
  const rewards = g.scale(g.sub(g.sum(tokens, [1]), reference), beta);
  const margins = g.sub(g.slice(rewards, 0, 0, pairs), g.slice(rewards, 0, pairs, 2 * pairs));
  const mean = (values: Value): Value => g.div(g.sum(g.mul(values, present)), g.sum(present));
  return {
    loss: g.neg(mean(logSigmoid(g, margins))),
    margin: mean(margins),
    accuracy: mean(g.cast(g.op('Greater', [margins, g.scalar(0)]), 'float32')),
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
  const vector = (name: string) => g.input(name, 'float32', [n]);
  const number = (name: string) => g.input(name, 'float32', []);
  const ids = g.input('ids', 'int64', [rows, length]);
  const labels = g.input('labels', 'int64', [rows * length, 1]);
  const weights = g.input('weights', 'float32', [rows * length, 1]);
  const reference = g.input('reference', 'float32', [rows]);
  const present = g.input('present', 'float32', [pairs]);
  const flat = vector('parameters');
  const parameters = cutParameters(g, config, flat);
  const logits = llamaForward(g, config, parameters, ids);
  const { loss, margin, accuracy } = preferenceLoss(
    g,
    { logits, labels, weights, reference, present },
    options,
  );
  const { norm, next } = update(
    g,
    config,
    {
      flat,
      parameters,
      gradients: gradients(g, loss, [...parameters.values()]),
      moment1: vector('moment1'),
      moment2: vector('moment2'),
      learningRate: number('learningRate'),
      correction1: number('correction1'),
      correction2: number('correction2'),
    },
    options,
  );
  g.output('loss', loss);
  g.output('margin', margin);
  g.output('accuracy', accuracy);
  g.output('gradientNorm', norm);
  g.output('nextParameters', next.parameters);
  g.output('nextMoment1', next.moment1);
  g.output('nextMoment2', next.moment2);
  return { bytes: writeModel(toModel(g)), parameterCount: n };
}

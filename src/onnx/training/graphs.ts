import type { GraphBuilder } from '../graph/builder.ts';
import { toModel } from '../graph/finish.ts';
import { joinFlat } from '../graph/flat.ts';
import { recompute } from '../graph/recompute.ts';
import type { Value } from '../graph/value.ts';
import type { Model } from '../model/types.ts';
import { adamw, type AdamWSettings } from '../optimizer/adamw.ts';
import { clipByNorm } from '../optimizer/clip.ts';
import { decayMask } from '../optimizer/decay-mask.ts';
import { optimizerInputs, optimizerOutputs } from '../optimizer/state.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import type { TrainingDecoder } from './decoder.ts';
import { batchInputs, learntLogProbs, type StepShape } from './learnt-rows.ts';
import { measured, type Measured, type Method } from './method.ts';
import { trainedLength, trainedSpecs, trainedValues, type Trained } from './trained.ts';

export interface GradientOptions {
  /**
   * Adds the input lossScale float32 []: gradients are worked out of the loss times it and divided by
   * it at the end, so that small ones outlive half precision. nextGradient has infinities or NaN
   * where it was too large.
   */
  readonly lossScale?: boolean;
  /**
   * Keeps of the forward pass only what goes from block to block, and works out the rest a second time:
   * less memory for nearly another forward pass.
   */
  readonly recompute?: boolean;
}

const outputs = (g: GraphBuilder, values: Measured): void => {
  for (const [name, value] of Object.entries(values)) g.output(name, value);
};

/**
 * The gradient of a micro-batch, added to what earlier ones of the same step gave.
 *
 * Inputs: those of `batchInputs` (ids, rows, places, labels.K) and of `measured` (sft: share, weights;
 * dpo: share, answers, reference, present); parameters float32 [n]; gradient float32 [n], zeros for a
 * step's first micro-batch; lossScale where asked for.
 * Outputs: those of `measured` (loss; dpo: margin, accuracy), of the parameters given; nextGradient
 * float32 [n]. Give the runtime another buffer for it than the input's.
 * @throws Error that names layers which are to be trained and which the decoder does not have
 */
export const buildGradients = (...given: Parameters<typeof gradientGraph>): Model =>
  toModel(gradientGraph(...given));

/** The graph of `buildGradients`, for those who count its memory. */
export function gradientGraph(
  decoder: TrainingDecoder,
  trained: Trained,
  shape: StepShape,
  method: Method,
  { lossScale = false, recompute: twice = false }: GradientOptions = {},
): GraphBuilder {
  const g = createGraph();
  const n = trainedLength(trained);
  const inputs = batchInputs(g, shape, true);
  const parameters = trainedValues(g, g.input('parameters', 'float32', [n]), trained);
  const before = g.input('gradient', 'float32', [n]);
  const scale = lossScale ? g.input('lossScale', 'float32', []) : undefined;
  const learnt = learntLogProbs(g, decoder, inputs, shape, parameters.hooks);
  const values = measured(g, learnt.logProbs, shape, method);
  const unused = parameters.unused();
  if (unused.length > 0) throw new Error(`the decoder has no ${unused.join(', ')}`);
  const tensors = [...parameters.tensors.values()];
  const scaled = scale ? g.mul(values.loss, scale) : values.loss;
  const forward = g.nodes.length;
  const all = new Map<string, Value>();
  const gradient = joinFlat(g, gradients(g, scaled, tensors, all));
  if (twice) recompute(g, learnt.segments, forward, [inputs.ids], ({ name }) => all.get(name));
  outputs(g, values);
  g.output('nextGradient', g.add(before, scale ? g.div(gradient, scale) : gradient));
  return g;
}

/**
 * The same loss without a gradient, for validation. Inputs and outputs as `buildGradients`, without
 * places, gradient, lossScale and nextGradient.
 */
export function buildLoss(
  decoder: TrainingDecoder,
  trained: Trained,
  shape: StepShape,
  method: Method,
): Model {
  const g = createGraph();
  outputs(g, measured(g, logProbsOf(g, decoder, trained, shape), shape, method));
  return toModel(g);
}

/**
 * Log-probabilities of the labels: a reference for dpo, one sum of them for each answer.
 *
 * Inputs: ids, rows, labels.K as `batchInputs`; parameters float32 [n] unless `trained` is null, which
 * asks the plain model. Output: logProbs float32 [R] in nats.
 */
export function buildLogProbs(
  decoder: TrainingDecoder,
  trained: Trained | null,
  shape: StepShape,
): Model {
  const g = createGraph();
  g.output('logProbs', g.reshape(logProbsOf(g, decoder, trained, shape), [shape.rows]));
  return toModel(g);
}

function logProbsOf(
  g: GraphBuilder,
  decoder: TrainingDecoder,
  trained: Trained | null,
  shape: StepShape,
): Value {
  const inputs = batchInputs(g, shape, false);
  const hooks = trained
    ? trainedValues(g, g.input('parameters', 'float32', [trainedLength(trained)]), trained).hooks
    : {};
  return learntLogProbs(g, decoder, inputs, shape, hooks).logProbs;
}

export interface UpdateOptions extends AdamWSettings {
  /** Gradients longer than this are scaled down to it; 0 switches clipping off. */
  readonly clipNorm: number;
}

/**
 * The optimizer's part of a step: AdamW on the step's gradient, clipped. Weight decay spares vectors.
 *
 * Inputs: gradient float32 [n] and those of `optimizerInputs` (parameters, moment1, moment2 float32
 * [n]; learningRate, correction1 = 1 - beta1^t, correction2 = 1 - beta2^t float32 [], t from 1).
 * Outputs: gradientNorm [] before clipping; nextParameters, nextMoment1, nextMoment2 float32 [n], in
 * other buffers than the inputs'.
 */
export function buildUpdate(trained: Trained, options: UpdateOptions): Model {
  const g = createGraph();
  const specs = trainedSpecs(trained);
  const n = trainedLength(trained);
  const gradient = g.input('gradient', 'float32', [n]);
  const state = optimizerInputs(g, n);
  const { norm, factor } = clipByNorm(g, gradient, options.clipNorm);
  const spared = specs.some(({ shape }) => shape.length < 2);
  const next = adamw(
    g,
    {
      ...state,
      gradient,
      ...(factor && { gradientScale: factor }),
      ...(spared && { decayed: decayMask(g, specs) }),
    },
    options,
  );
  optimizerOutputs(g, norm, next);
  return toModel(g);
}

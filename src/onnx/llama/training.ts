import { writeModel } from '../model/write.ts';
import { tokenLogProb } from '../composites/log-prob.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { toModel } from '../graph/finish.ts';
import type { Value } from '../graph/value.ts';
import { optimizerInputs, optimizerOutputs } from '../optimizer/state.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import { negativeLogLikelihood } from '../training/losses.ts';
import type { LlamaConfig } from './config.ts';
import { cutParameters, llamaForward } from './forward.ts';
import { packingBias } from './packing.ts';
import { parameterCount } from './parameters.ts';
import { update, type UpdateSettings } from './update.ts';

export interface BatchShape {
  /** Rows, B. */
  batch: number;
  /** Tokens per row, T. */
  length: number;
  /** Adds the input `segments` int64 [B, T]: a token sees only tokens of its own segment. */
  packed?: boolean;
}

export interface TrainingOptions extends BatchShape, UpdateSettings {}

/** An ONNX model file ready for a session, and the length n of its flat vectors. */
export interface BuiltGraph {
  bytes: Uint8Array;
  parameterCount: number;
}

/** Mean negative log-likelihood of the labels, weighted: sum(w nll) / sum(w), a scalar. */
export function weightedLoss(g: GraphBuilder, logits: Value, labels: Value, weights: Value): Value {
  const total = negativeLogLikelihood(g, tokenLogProb(g, logits, labels), weights);
  return g.div(total, g.sum(weights));
}

/**
 * One training step of a Llama-type decoder as a single graph.
 *
 * Inputs: ids int64 [B, T]; labels int64 [B T, 1]; weights float32 [B T, 1] (0 leaves a position
 * out of the loss); segments int64 [B, T] when packed; parameters, moment1, moment2 float32 [n];
 * learningRate, correction1 = 1 - beta1^t, correction2 = 1 - beta2^t float32 scalars.
 *
 * Outputs: loss (scalar, of the parameters before the step), gradientNorm (scalar, before
 * clipping), nextParameters, nextMoment1, nextMoment2 float32 [n]. Give the runtime other buffers
 * for them than the inputs', and swap after each step. Weight decay spares the norm vectors.
 */
export function buildTrainingStep(config: LlamaConfig, options: TrainingOptions): BuiltGraph {
  const { batch, length, packed = false } = options;
  const n = parameterCount(config);
  const g = createGraph();
  const ids = g.input('ids', 'int64', [batch, length]);
  const labels = g.input('labels', 'int64', [batch * length, 1]);
  const weights = g.input('weights', 'float32', [batch * length, 1]);
  const attentionBias = packed ? packingBias(g, batch, length) : undefined;
  const state = optimizerInputs(g, n);

  const pieces = cutParameters(g, config, state.parameters);
  const logits = llamaForward(g, config, pieces, ids, { attentionBias });
  const loss = weightedLoss(g, logits, labels, weights);
  const { norm, next } = update(
    g,
    config,
    { ...state, pieces, gradients: gradients(g, loss, [...pieces.values()]) },
    options,
  );
  g.output('loss', loss);
  optimizerOutputs(g, norm, next);
  return { bytes: writeModel(toModel(g)), parameterCount: n };
}

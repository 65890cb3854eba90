import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { OptimizerState } from '../pretrain/training/optimizer-state.ts';
import { number, openSession, scalar } from '../pretrain/training/runtime.ts';
import { biasCorrection } from '../pretrain/training/schedule.ts';
import type { Batch } from './batches.ts';
import { rateAt, type TuningSettings } from './settings.ts';

/** Where a run is: step `step` of `steps`, counted from 1, and its numbers. */
export interface TuningProgress {
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
}

/** What differs between kinds of tuning. */
export interface Objective<Measured extends string> {
  readonly batches: readonly Batch[];
  /** The training graph for rows of `length` tokens. */
  build(length: number): Uint8Array;
  /** The batch's inputs, without the optimizer's. */
  feeds(batch: Batch): Record<string, Tensor>;
  /** Scalar outputs to keep, by name. */
  readonly measured: readonly Measured[];
}

/** Tuned parameters, and what was measured at every step, before its update. */
export interface Optimised<Measured extends string> {
  readonly weights: Float32Array;
  readonly steps: readonly Readonly<Record<Measured, number>>[];
}

/**
 * Takes a copy of `weights` through all batches in order, one graph per row length. The same inputs
 * give the same floats.
 * @throws Error that names the step when a loss or a parameter leaves the finite numbers
 */
export async function optimise<Measured extends string>(
  weights: Float32Array,
  objective: Objective<Measured | 'loss'>,
  settings: TuningSettings,
  watch?: (progress: TuningProgress) => void,
): Promise<Optimised<Measured | 'loss'>> {
  const { batches, measured } = objective;
  const state = OptimizerState.fresh(weights.slice());
  const sessions = new Map<number, InferenceSession>();
  const steps: Record<Measured | 'loss', number>[] = [];
  try {
    for (const [i, batch] of batches.entries()) {
      const step = i + 1;
      let session = sessions.get(batch.length);
      if (!session)
        sessions.set(batch.length, (session = await openSession(objective.build(batch.length))));
      const output = await session.run(
        {
          ...objective.feeds(batch),
          learningRate: scalar(rateAt(step, batches.length, settings)),
          correction1: scalar(biasCorrection(settings.beta1, step)),
          correction2: scalar(biasCorrection(settings.beta2, step)),
          ...state.feeds(),
        },
        { ...Object.fromEntries(measured.map((name) => [name, null])), ...state.fetches() },
      );
      state.swap();
      const found = Object.fromEntries(
        measured.map((name) => [name, number(output[name], name)]),
      ) as Record<Measured | 'loss', number>;
      if (!Number.isFinite(found.loss)) throw diverged(step, `the loss is ${found.loss}`);
      steps.push(found);
      watch?.({ step, steps: batches.length, loss: found.loss });
    }
  } finally {
    for (const session of sessions.values()) await session.release();
  }
  const { parameters } = state.vectors();
  if (!parameters.every(Number.isFinite)) throw diverged(steps.length, 'a parameter is not finite');
  return { weights: parameters, steps };
}

const diverged = (step: number, how: string): Error =>
  new Error(`Tuning diverged at step ${step}: ${how}. Lower peakLearningRate.`);

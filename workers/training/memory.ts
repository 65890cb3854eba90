import type { StepShape } from '../../src/onnx/training/learnt-rows.ts';
import { trainedLength, type Trained } from '../../src/onnx/training/trained.ts';
import type { TrainingBase } from './base.ts';

/** Bytes that a training takes at its height, by estimate. */
export function estimate(
  base: TrainingBase,
  trained: Trained,
  shapes: readonly StepShape[],
  evaluates: boolean,
): number {
  const sessions = shapes.length + (evaluates ? 1 : 0);
  const largest = shapes.at(-1);
  const positions = (largest?.batch ?? 0) * (largest?.length ?? 0);
  return sessions * base.size + 32 * trainedLength(trained) + positions * 2 ** 16;
}

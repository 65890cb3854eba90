import type { StepShape } from '../../src/onnx/training/learnt-rows.ts';
import { trainingMemory } from '../../src/onnx/training/memory.ts';
import type { Method } from '../../src/onnx/training/method.ts';
import type { Trained } from '../../src/onnx/training/trained.ts';
import type { TrainingBase } from './base.ts';

/** What decides how much a training takes. */
export interface Taking {
  readonly trained: Trained;
  readonly method: Method;
  /** Ascending. */
  readonly shapes: readonly StepShape[];
  /** Whether blocks are worked out twice. */
  readonly recompute: boolean;
  /** Whether texts are read without learning from them, too: one graph more. */
  readonly evaluates: boolean;
}

/**
 * Bytes that a training takes at its height, by estimate: every graph holds the weights, the largest one's run is
 * the most that is worked out at a time.
 */
export function estimate({ decoder }: TrainingBase, taking: Taking): number {
  const { trained, method, shapes, recompute, evaluates } = taking;
  const largest = shapes.at(-1);
  if (!largest) return 0;
  const memory = trainingMemory(decoder, trained, largest, method, { recompute });
  const graphs = shapes.length + (evaluates ? 1 : 0);
  // worked out twice, the runtime's own scratch space is about as much again (measured)
  const worked = (recompute ? 2 : 1) * memory.activations;
  return graphs * memory.weights + memory.state + worked;
}

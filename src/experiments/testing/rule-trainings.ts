import { sha256 } from '../../domain/hash.ts';
import { Problem } from '../../domain/problem.ts';
import { rowsOfStep, stepCount } from '../../domain/training/course.ts';
import type { TrainingStep } from '../../domain/training/curve.ts';
import type { Engine } from '../../engine/engine.ts';

/** What trainings of a rule engine are made to suffer. */
export interface TrainingTrouble {
  /** Told before each step: 'crash' breaks the worker, 'diverge' makes the step come to no number. */
  beforeStep?: (id: string, step: number) => 'crash' | 'diverge' | undefined;
}

/** What lies in the browser's private files: it outlives workers. */
export class RuleFiles {
  /** Ids of all adapters. */
  readonly adapters = new Set<string>();
  /** Steps of trainings that were left, by id. */
  readonly checkpoints = new Map<string, TrainingStep[]>();
  /** Steps that were taken, by training; those taken twice count twice. */
  readonly steps: string[] = [];
}

type Trainings = Pick<
  Engine,
  'planTraining' | 'train' | 'listAdapters' | 'saveAdapter' | 'readAdapter'
>;

/** Trainings that learn nothing: the course of one, where it is kept, and what breaks. */
export function ruleTrainings(
  files: RuleFiles,
  { beforeStep }: TrainingTrouble,
  crash: () => Problem,
): Trainings {
  const bytesOf = (id: string) => new TextEncoder().encode(`weights of ${id}`);
  const weights = { kind: 'adapter', rank: 1, alpha: 1, sites: [] } as const;
  return {
    planTraining: async ({ settings, lengths }) => ({
      ...{ steps: stepCount(lengths.training.length, settings), stepsPerEpoch: 1, parameters: 1 },
      ...{ sites: [], missing: [], buckets: [], rowsAtOnce: 1, bytes: 1000, allowed: 2000 },
      ...{ devices: ['wasm'], leftOut: [] },
    }),
    train: async ({ id, settings, rows }, { signal, onEvent } = {}) => {
      const count = rows.training.length;
      const steps = stepCount(count, settings);
      const curve = files.checkpoints.get(id) ?? [];
      files.checkpoints.set(id, curve);
      while (curve.length < steps) {
        await Promise.resolve();
        if (signal?.aborted) throw new Problem({ code: 'cancelled', message: 'c', remedy: 'r' });
        const step = curve.length + 1;
        const trouble = beforeStep?.(id, step);
        if (trouble === 'crash') throw crash();
        const read = rowsOfStep(count, step, settings).map((row) => row + 1);
        if (trouble === 'diverge')
          throw new Problem({
            code: 'training-diverged',
            message: `Step ${step} came to no finite number; it read rows ${read.join(', ')}.`,
            remedy: 'Lower the learning rate.',
          });
        const point = { step, loss: 1 / step, gradientNorm: 1, learningRate: 1, tokens: 1 };
        curve.push(point);
        files.steps.push(id);
        onEvent?.({ kind: 'step', point, seconds: step });
      }
      files.checkpoints.delete(id);
      const file = await sha256(bytesOf(id));
      files.adapters.add(file);
      return {
        file: { id: file, bytes: bytesOf(id).length, weights: { ...weights, sites: [] } },
        curve: { steps: curve, validation: [] },
        device: 'wasm',
        seconds: steps,
      };
    },
    listAdapters: async () => [...files.adapters],
    readAdapter: async ({ id }) => new TextEncoder().encode(id),
    saveAdapter: async ({ bytes, scaling }) => {
      const id = new TextDecoder().decode(bytes);
      files.adapters.add(id);
      return {
        id,
        bytes: bytes.length,
        weights: { ...weights, alpha: scaling.lora_alpha, sites: [] },
      };
    },
  };
}

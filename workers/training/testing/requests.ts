import { uniform } from '../../../src/domain/draw.ts';
import type { TrainingText } from '../../../src/domain/training/rows.ts';
import type { TrainingSettings } from '../../../src/domain/training/settings.ts';
import type { TrainingRequest } from '../../protocol.ts';

export const tinySettings: TrainingSettings = {
  schema: 1,
  method: 'sft',
  trained: { kind: 'adapter', rank: 4, alpha: 8, modules: ['q_proj', 'v_proj', 'down_proj'] },
  template: 'urial-fenced',
  answersOnly: false,
  epochs: 4,
  batch: 3,
  maxLength: 64,
  learningRate: 0.02,
  schedule: 'linear',
  warmup: 0.1,
  weightDecay: 0.01,
  beta1: 0.9,
  beta2: 0.99,
  epsilon: 1e-8,
  clipNorm: 1,
  beta: 0.2,
  validation: 0,
  seed: 7,
};

/** A text of tokens below 60, of which the second half is learnt. */
export function tinyText(number: number): TrainingText {
  const draw = (step: number, most: number) =>
    Math.floor(most * uniform(1, `text ${number}`, step));
  const length = 8 + draw(0, 30);
  const half = Math.ceil(length / 2);
  return {
    tokens: Array.from({ length }, (_, i) => draw(i + 1, 60)),
    learnt: [[half, length]],
  };
}

const texts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => tinyText(from + i));

/** SFT on eight short rows: 12 steps. */
export const tinySft = (changes: Partial<TrainingSettings> = {}): TrainingRequest => ({
  id: 'tiny',
  settings: { ...tinySettings, ...changes },
  rows: { method: 'sft', training: texts(8), validation: texts(2, 100) },
  device: 'auto',
  validateEvery: 5,
  probes: [],
  probeEvery: 0,
});

/** DPO on five pairs. */
export const tinyDpo = (changes: Partial<TrainingSettings> = {}): TrainingRequest => {
  const pairs = (count: number, from = 0) =>
    texts(count, from).map((chosen, i) => ({ chosen, rejected: tinyText(from + 50 + i) }));
  return {
    ...tinySft({ method: 'dpo', batch: 2, ...changes }),
    rows: { method: 'dpo', training: pairs(5), validation: pairs(2, 100) },
  };
};

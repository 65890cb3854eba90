import type { AnswerCell, FailedCell, LikelihoodCell } from '../cell.ts';
import { defaultDecoding } from '../decoding.ts';
import type { ExperimentRecord, HandRating } from '../experiment.ts';

const at = (index: number) => new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString();

/** A key as cells have it, in no order: 64 hexadecimal digits that `index` decides. */
export function sampleKey(index: number): string {
  let state = Math.imul(index + 1, 0x9e3779b1);
  const word = () => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5;
    return (state >>> 0).toString(16).padStart(8, '0');
  };
  return Array.from({ length: 8 }, word).join('');
}

/** The text that `sampleRecipe.hash` is the SHA-256 of. */
export const sampleRecipe = {
  text: 'Answer in one sentence.\n\n',
  hash: '5b15204e6baab3f251666f4a326cdcc7de5c361a1d26314cbf08dc20a52dc7a8',
};

const model = {
  id: 'lab-base-4m',
  label: 'Lab base 4M',
  precision: 'fp32',
  fingerprint: 'f0'.repeat(32),
} as const;

/** A complete answer for tests; `index` is in its key, time and answer. */
export function sampleCell(index = 0, changes: Partial<AnswerCell> = {}): AnswerCell {
  return {
    schema: 1,
    kind: 'answer',
    key: sampleKey(index),
    createdAt: at(index),
    model,
    device: 'wasm',
    prompt: { recipe: sampleRecipe.hash, live: `Q: Question ${index}?\nA:`, length: 64 },
    version: { app: '0.1.0', engine: '3' },
    decoding: { ...defaultDecoding, stop: ['\nQ:'] },
    generation: {
      tokens: Array.from({ length: 24 }, (_, i) => (index * 31 + i * 7) % 3072),
      logProbabilities: Array.from({ length: 24 }, (_, i) => -i / 8),
      text: ` Answer ${index}: water boils at one hundred degrees, at sea level.`,
      stopReason: 'stop-string',
      stopString: '\nQ:',
      timings: { queued: 1.5, prefill: 40, firstToken: 42.5, total: 102.5 },
    },
    ...changes,
  };
}

export function sampleLikelihood(index = 0): LikelihoodCell {
  const { schema, key, createdAt, model, device, prompt, version, generation } = sampleCell(index);
  return {
    ...{ schema, key, createdAt, model, device, prompt, version },
    kind: 'likelihood',
    text: generation.text,
    tokens: [5, 17],
    logProbabilities: [-0.5, -1.25],
    ranks: [0, 3],
    entropies: [1.5, 2.25],
    alternatives: [[{ token: 5, logProbability: -0.5 }], []],
  };
}

/** The failure of the cell that `sampleCell(index)` is the result of, `later` minutes after it. */
export function sampleFailure(index = 0, later = 0): FailedCell {
  return {
    schema: 1,
    kind: 'failed',
    key: sampleKey(index),
    createdAt: at(index + later),
    problem: { code: 'worker-crashed', message: 'The worker ended.', remedy: 'Ask again.' },
  };
}

export function sampleExperiment(
  index = 0,
  changes: Partial<ExperimentRecord> = {},
): ExperimentRecord {
  return {
    schema: 1,
    id: `experiment-${index}`,
    createdAt: at(index),
    updatedAt: at(index),
    title: `Experiment ${index}`,
    template: 'E3',
    state: 'stopped',
    cells: { total: 300, done: 0, failed: 0 },
    models: [model],
    document: { format: 'incontext-lab/experiment', version: 1 },
    ...changes,
  };
}

export function sampleRating(index = 0, changes: Partial<HandRating> = {}): HandRating {
  return {
    schema: 1,
    id: `rating-${index}`,
    experiment: 'experiment-0',
    rater: 'Ada',
    createdAt: at(index),
    judgment: { kind: 'single', cell: sampleKey(index), rating: 7 },
    ...changes,
  };
}

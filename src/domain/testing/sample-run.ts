import { defaultDecoding } from '../decoding.ts';
import type { Run } from '../run.ts';

/**
 * A complete run for tests, with `index` written into its id, time, key, query and answer, so that
 * many of them differ as real ones do.
 */
export function sampleRun(index = 0, changes: Partial<Run> = {}): Run {
  const answer = `Answer ${index}: water boils at one hundred degrees, at sea level.`;
  return {
    schema: 1,
    id: `run-${index}`,
    createdAt: new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString(),
    key: `key-${index}`,
    batch: `batch-${index >> 1}`,
    arm: {
      id: 'base-demonstrations',
      label: 'Base + demonstrations',
      useRules: true,
      useDemonstrations: true,
      template: null,
    },
    recipe: {
      rules: 'Answer in one sentence.',
      demonstrations: [
        { id: 'd1', query: 'What is ice?', answer: 'Frozen water.', category: '', enabled: true },
      ],
      template: 'plain',
    },
    turns: [{ query: `Question ${index}: when does water boil?`, answer }],
    model: {
      id: 'lab-base-2m',
      label: 'Lab base 2M',
      precision: 'fp32',
      fingerprint: 'f0'.repeat(32),
      files: [{ path: 'onnx/model.onnx', bytes: 8_000_000, sha256: 'ab'.repeat(32) }],
    },
    device: {
      kind: 'wasm',
      requested: 'auto',
      adapter: null,
      threads: 2,
      reason: 'No WebGPU adapter was found.',
      selfTest: { passed: true, maxDifference: null, tolerance: 0.001 },
    },
    opened: '',
    prompt: {
      text: 'Answer in one sentence.\n\nQ: What is ice?\nA: Frozen water.\n\nQ: When does water boil?\nA:',
      tokens: [5, 17, 23, 42, 99, 108],
    },
    decoding: { ...defaultDecoding, stop: ['\nQ:'] },
    generation: {
      tokens: [12, 7, 300 + (index % 50), 2],
      logProbabilities: [-0.25, -1.5, -0.75, -0.125],
      text: ` ${answer}`,
      stopReason: 'end-token',
      stopString: null,
      timings: { queued: 1.5, prefill: 40, firstToken: 42.5, total: 102.5 },
    },
    version: { app: '0.1.0', engine: '1' },
    tags: [],
    notes: '',
    rating: null,
    ...changes,
  };
}

/** `count` runs, the oldest first. */
export function sampleRuns(count: number): Run[] {
  return Array.from({ length: count }, (_, index) => sampleRun(index));
}

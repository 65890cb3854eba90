import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tensor } from 'onnxruntime-common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainingRows } from '../../src/domain/training/rows.ts';
import { AdapterFiles } from '../adapting/adapter-files.ts';
import { readAdapter, writeAdapter, type OtherWeights } from '../adapting/adapter-format.ts';
import { adapterChange, changedFile, replacementChange, withFeeds } from '../adapting/change.ts';
import { knownLayers } from '../adapting/known-layers.ts';
import type { Change } from '../adapting/change.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { TrainingRequest } from '../protocol.ts';
import { Decoder } from '../runtime/decoder.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { Sampler } from '../sampler/sampler.ts';
import { plainScoring } from '../scoring/plain-scoring.ts';
import { TrainingDesk } from './desk.ts';
import type { TrainingGround } from './ground.ts';
import { openBase } from './open-base.ts';
import { diskFolder } from './testing/disk-folder.ts';
import { nodeGround, openInNode } from './testing/node-ground.ts';
import { tinySettings } from './testing/requests.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 240_000 });

let path: string;
beforeEach(async () => void (path = await mkdtemp(join(tmpdir(), 'training-'))));
afterEach(() => rm(path, { recursive: true }));

const text = (number: number, length: number) => ({
  tokens: Array.from({ length }, (_, i) => (number * 977 + i * i * 31 + 7 * i) % 3000),
  learnt: [[4, length]] as [number, number][],
});
const rows: TrainingRows = {
  method: 'sft',
  training: [text(1, 17), text(2, 30), text(3, 12)],
  validation: [text(1, 17), text(4, 21)],
};
const modules = ['q', 'k', 'v', 'o', 'gate', 'up', 'down'].map((part) => `${part}_proj`);
const request: TrainingRequest = {
  ...{ id: 'few', rows, device: 'auto', validateEvery: 0, probes: [], probeEvery: 0 },
  settings: {
    ...tinySettings,
    ...{ epochs: 3, batch: 3, learningRate: 0.01, warmup: 0, schedule: 'constant' },
    trained: { kind: 'adapter', rank: 4, alpha: 8, modules },
  },
};

/** The mean negative log-likelihood of the held-out texts, as generation's sessions have it. */
async function lossByScoring(file: Uint8Array, change: Change): Promise<number> {
  const { graph, beside } = changedFile(file, change);
  const decoder = new Decoder(withFeeds(await openInNode(graph, [], beside), change));
  const vocabularySize = 3072;
  const model: DecodingModel = {
    ...{ contextLength: 1024, vocabularySize, endTokens: new Set(), chunkLength: 64 },
    ...{ decode: () => '', sampler: new Sampler(vocabularySize) },
  };
  const host = new DecoderHost(new TurnQueue(), decoder, () => Promise.resolve(decoder));
  const jobs = (rows.method === 'sft' ? rows.validation : []).map(({ tokens }) => ({
    promptTokens: tokens.slice(0, 4),
    tokens: tokens.slice(4),
  }));
  const options = { signal: new AbortController().signal, tell: () => undefined };
  const scores = await plainScoring(host, model)({ jobs, alternatives: 0 }, options);
  await host.release();
  const all = scores.flatMap(({ logProbabilities }) => logProbabilities);
  return -all.reduce((sum, value) => sum + value, 0) / all.length;
}

const cases: [file: string, what: string, TrainingRequest['settings']['trained']][] = [
  ['model.onnx', 'an adapter', request.settings.trained],
  ['model_q4.onnx', 'an adapter', request.settings.trained],
  ['model.onnx', 'all weights', { kind: 'all' }],
];

describe.each(cases)('the bundled model (%s), %s', (name, _, trained) => {
  it('learns, and answers with exactly what it learnt', async () => {
    const file = new Uint8Array(readFileSync(`public/models/lab-base-4m/onnx/${name}`));
    const facts = { fingerprint: name, contextLength: 1024, vocabularySize: 3072 };
    const base = await openBase({ graph: new Blob([file]), window: null, weights: [] }, facts);
    const known = knownLayers(file);
    const files = new AdapterFiles(diskFolder(join(path, 'adapters')));
    const ground: TrainingGround = {
      ...nodeGround(diskFolder(join(path, 'trainings')), base),
      keep: (weights, values) => {
        const kept: OtherWeights =
          weights.kind === 'all'
            ? { kind: 'all', values }
            : {
                kind: 'adapter',
                values,
                shape: { ...weights, scale: weights.alpha / weights.rank },
              };
        return files.keep(writeAdapter(kept, known));
      },
    };
    const desk = new TrainingDesk(() => Promise.resolve(ground));
    const settings = {
      ...request.settings,
      ...{ trained, learningRate: trained.kind === 'all' ? 0.001 : 0.01 },
    };
    const done = await desk.train(
      { ...request, settings },
      { signal: new AbortController().signal, tell: () => undefined },
    );
    const { steps, validation } = done.curve;
    expect(steps.at(-1)?.loss).toBeLessThan(0.97 * (steps[0]?.loss ?? NaN));
    const weights = readAdapter(await files.read(done.file.id), known);
    const change =
      weights.kind === 'all'
        ? replacementChange(known.specs(), weights.values)
        : adapterChange(
            weights.shape,
            () => new Tensor('float32', weights.values, [weights.values.length]),
          );
    const scored = await lossByScoring(file, change);
    expect(scored).toBeCloseTo(validation.at(-1)?.loss ?? NaN, 3);
    expect(Math.abs(scored - (validation[0]?.loss ?? NaN))).toBeGreaterThan(0.01);
  });
});

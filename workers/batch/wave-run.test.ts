import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { InferenceSession } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeTinyModel } from '../../e2e/engine-page/tiny-model.ts';
import { defaultDecoding, type Decoding } from '../../src/domain/decoding.ts';
import { Answer } from '../decoding/answer.ts';
import { GenerationRun } from '../decoding/generation-run.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { GenerationJob } from '../protocol.ts';
import { Decoder } from '../runtime/decoder.ts';
import { Sampler } from '../sampler/sampler.ts';
import { openBatch, type OpenBatch } from './open-batch.ts';
import { planWaves, type WaveLimits } from './plan.ts';
import { PrefixStore } from './prefixes.ts';
import { WaveRun } from './wave-run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let root: string;
let plain: Decoder;
let batch: OpenBatch;
let model: DecodingModel;
const open = (bytes: Uint8Array) => InferenceSession.create(bytes, { logSeverityLevel: 3 });
const resolved = () => Promise.resolve();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'waves-'));
  writeTinyModel(root, 160);
  const bytes = new Uint8Array(readFileSync(join(root, 'onnx/model.onnx')));
  const config = JSON.parse(readFileSync(join(root, 'config.json'), 'utf8')) as {
    vocab_size: number;
  };
  plain = new Decoder(await open(bytes));
  batch = await openBatch(bytes, open, open);
  model = {
    contextLength: 160,
    vocabularySize: config.vocab_size,
    endTokens: new Set([7, 8, 9]),
    chunkLength: 16,
    decode: (tokens) => tokens.map((token) => ` ${token}`).join(''),
    sampler: new Sampler(config.vocab_size),
  };
});
afterAll(async () => {
  await batch.release();
  await plain.release();
  rmSync(root, { recursive: true });
});

async function oneByOne(job: GenerationJob): Promise<number[]> {
  const run = new GenerationRun(job, model, () => undefined);
  while (!run.done) await run.step(plain);
  run.dispose();
  return run.result().tokens;
}

async function together(jobs: readonly GenerationJob[], limits: WaveLimits): Promise<number[][]> {
  const answers = jobs.map((job) => new Answer(job, model, () => undefined));
  const prefixes = new PrefixStore(batch.decoder, model.chunkLength, 200_000);
  const parts = {
    decoder: batch.decoder,
    sampler: model.sampler,
    prefixes,
    chunk: model.chunkLength,
    answerOf: (job: number) => answers[job] as Answer,
  };
  const prompts = jobs.map(({ promptTokens }, job) => ({ job, tokens: promptTokens }));
  for (const wave of planWaves(prompts, limits)) {
    const run = await WaveRun.begin(parts, wave, resolved);
    while (!run.done) await run.step();
    run.dispose();
  }
  prefixes.dispose();
  return answers.map((answer) => answer.result().tokens);
}

const settings: fc.Arbitrary<Partial<Decoding>> = fc.constantFrom<Partial<Decoding>>(
  { temperature: 0 },
  { temperature: 0, repetitionPenalty: 1.15 },
  { temperature: 0, repetitionPenalty: 1.3, penaltyScope: 'output' },
  { temperature: 0.7 },
  { temperature: 1, topP: 0.9 },
  { temperature: 1, topK: 5, repetitionPenalty: 1.15 },
  { temperature: 1.2, minP: 0.1 },
  { temperature: 1, topK: 100, topP: 0.8 },
);
const token = fc.integer({ min: 10, max: 300 });
const jobSets = fc
  .record({
    trunks: fc.array(fc.array(token, { maxLength: 40 }), { minLength: 1, maxLength: 3 }),
    endings: fc.array(fc.array(token, { minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 3,
    }),
    runs: fc.array(
      fc.record({
        trunk: fc.nat(2),
        ending: fc.nat(2),
        setting: settings,
        seed: fc.nat(50),
        length: fc.integer({ min: 1, max: 12 }),
      }),
      { minLength: 1, maxLength: 10 },
    ),
  })
  .map(({ trunks, endings, runs }) =>
    runs.map(({ trunk, ending, setting, seed, length }, i): GenerationJob => ({
      promptTokens: [
        ...(trunks[trunk % trunks.length] as number[]),
        ...(endings[ending % endings.length] as number[]),
      ],
      decoding: { ...defaultDecoding, ...setting, seed, maxNewTokens: length },
      key: `run ${i}`,
    })),
  );

describe('waves over a tree of prompts', () => {
  it('draw the tokens that one row after the other draws', async () => {
    await fc.assert(
      fc.asyncProperty(
        jobSets,
        fc.record({
          rows: fc.integer({ min: 1, max: 8 }),
          positions: fc.integer({ min: 20, max: 300 }),
          branch: fc.integer({ min: 1, max: 4 }),
          longer: fc.integer({ min: 1, max: 20 }),
        }),
        async (jobs, limits) => {
          const expected: number[][] = [];
          for (const job of jobs) expected.push(await oneByOne(job));
          expect(await together(jobs, limits)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});

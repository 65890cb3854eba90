import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Answer } from '../decoding/answer.ts';
import type { GenerationJob } from '../protocol.ts';
import { Selector } from '../sampler/select.ts';
import type { OpenBatch } from './open-batch.ts';
import { planWaves, type WaveLimits } from './plan.ts';
import { PrefixStore } from './prefixes.ts';
import { jobSets, TinyModel } from './testing/tiny.ts';
import { WaveRun } from './wave-run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let tiny: TinyModel;

beforeAll(async () => {
  tiny = await TinyModel.open();
});
afterAll(() => tiny.release());

async function together(
  batch: OpenBatch,
  jobs: readonly GenerationJob[],
  limits: WaveLimits,
): Promise<number[][]> {
  const { model } = tiny;
  const answers = jobs.map((job) => new Answer(job, model, () => undefined));
  const prefixes = new PrefixStore(batch.decoder, model.chunkLength, 200_000);
  const parts = {
    decoder: batch.decoder,
    selector: new Selector(model.vocabularySize),
    prefixes,
    chunk: model.chunkLength,
    answerOf: (job: number) => answers[job] as Answer,
  };
  const prompts = jobs.map(({ promptTokens, decoding }, job) => ({
    job,
    tokens: promptTokens,
    room: decoding.maxNewTokens,
  }));
  for (const wave of planWaves(prompts, limits)) {
    const run = await WaveRun.begin(parts, wave, () => Promise.resolve());
    while (!run.done) await run.step();
    run.dispose();
  }
  prefixes.dispose();
  expect(batch.decoder.caches.ledger.held).toBe(0);
  return answers.map((answer) => answer.result().tokens);
}

describe('waves over a tree of prompts', () => {
  it.each(['memory', 'device'] as const)(
    'draw what rows draw alone, caches in %s',
    async (where) => {
      const batch = await tiny.openBatch(where);
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
            for (const job of jobs) expected.push(await tiny.oneByOne(job));
            expect(await together(batch, jobs, limits)).toEqual(expected);
          },
        ),
        { numRuns: 15 },
      );
      await batch.release();
    },
  );
});

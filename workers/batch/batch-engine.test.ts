import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import type { GenerationJob, TokenEvent } from '../protocol.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { BatchEngine, type EngineLimits } from './batch-engine.ts';
import type { OpenBatch } from './open-batch.ts';
import { jobSets, TinyModel } from './testing/tiny.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let tiny: TinyModel;
let opened: OpenBatch[] = [];
const limits: EngineLimits = {
  rows: 6,
  positions: 300,
  branch: 2,
  longer: 4,
  prefixBytes: 200_000,
};

beforeAll(async () => {
  tiny = await TinyModel.open();
});
afterAll(async () => {
  await tiny.release();
  for (const each of opened) await each.release().catch(() => undefined);
});

async function engine(changed: Partial<EngineLimits> = {}): Promise<BatchEngine> {
  const open = async () => {
    const batch = await tiny.openBatch();
    opened.push(batch);
    return batch;
  };
  opened = [];
  return new BatchEngine(new DecoderHost(new TurnQueue(), await open(), open), tiny.model, {
    ...limits,
    ...changed,
  });
}

const never = new AbortController().signal;
const quiet = () => undefined;

const job = (i: number, changed: Partial<GenerationJob['decoding']> = {}): GenerationJob => ({
  promptTokens: [20, 30, 40, 50, 60, 70 + (i % 3), 80],
  decoding: { ...defaultDecoding, temperature: 1, seed: i, maxNewTokens: 12, ...changed },
  key: `run ${i}`,
});

/** Fails the next run of a session that is open. */
function breakNext(batch: OpenBatch): void {
  const { decoder } = batch;
  const read = decoder.read.bind(decoder);
  vi.spyOn(decoder, 'read').mockImplementationOnce(async (reading) => {
    await read(reading);
    throw new Error('the device gave up');
  });
}

describe('BatchEngine', () => {
  it('answers every job as if it were alone, whatever comes beside it and when', async () => {
    const it = await engine();
    await fc.assert(
      fc.asyncProperty(jobSets, fc.array(fc.nat(3), { maxLength: 10 }), async (jobs, waits) => {
        const expected: number[][] = [];
        for (const each of jobs) expected.push(await tiny.oneByOne(each));
        const given = await Promise.all(
          jobs.map(async (each, i) => {
            await new Promise((resolve) => setTimeout(resolve, 4 * (waits[i] ?? 0)));
            return it.generate(each, { signal: never, tell: quiet });
          }),
        );
        expect(given.map(({ tokens }) => tokens)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('keeps a prefix as long as a wave reads it, however little may be kept', async () => {
    const it = await engine({ prefixBytes: 1 });
    const of = (arm: number, i: number): GenerationJob => ({
      ...job(i),
      promptTokens: [...Array.from({ length: 12 }, (_, t) => 20 + arm + t), 60 + i, 80],
      key: `run ${arm}/${i}`,
    });
    const jobs = [0, 100, 200].flatMap((arm) => [of(arm, 1), of(arm, 2)]);
    const given = await Promise.all(
      jobs.map((each) => it.generate(each, { signal: never, tell: quiet })),
    );
    for (const [i, each] of jobs.entries())
      expect(given[i]?.tokens).toEqual(await tiny.oneByOne(each));
    expect(opened.length).toBe(1);
  });

  it('that forgets works out what comes next as if it had done nothing before, to the last bit', async () => {
    const trunk = Array.from({ length: 40 }, (_, t) => 20 + 7 * t);
    const of = (i: number, length: number): GenerationJob => ({
      ...job(i),
      promptTokens: [...trunk.slice(0, length), 60 + i, 80],
    });
    const [before, after] = [
      [of(1, 19), of(2, 19)],
      [of(3, 40), of(4, 40)],
    ];
    const all = async (it: BatchEngine, jobs: readonly GenerationJob[]) => {
      const given = jobs.map((each) => it.generate(each, { signal: never, tell: quiet }));
      return (await Promise.all(given)).map(({ tokens, logProbabilities }) => [
        tokens,
        logProbabilities,
      ]);
    };
    const expected = await all(await engine(), after);
    const it = await engine();
    await all(it, before);
    it.forget();
    expect(it.memory.held).toBe(0);
    expect(await all(it, after)).toEqual(expected);
  });

  it('lets later jobs go on in the runs of earlier ones under the same prefix', async () => {
    const it = await engine({ rows: 8 });
    const read = vi.spyOn((opened[0] as OpenBatch).decoder, 'read');
    const of = (i: number) => ({
      ...job(i, { maxNewTokens: 30 }),
      promptTokens: [...Array.from({ length: 30 }, (_, t) => 20 + t), 60 + i, 80],
    });
    let later: Promise<unknown>[] = [];
    const tell = ({ step }: TokenEvent) => {
      if (step === 5) later = [2, 3].map((i) => it.generate(of(i), { signal: never, tell: quiet }));
    };
    const first = [0, 1].map((i) =>
      it.generate(of(i), { signal: never, tell: i === 0 ? tell : quiet }),
    );
    const given = [...(await Promise.all(first)), ...(await Promise.all(later))];
    for (const [i, each] of given.entries())
      expect(each).toMatchObject({ tokens: await tiny.oneByOne(of(i)) });
    expect(Math.max(...read.mock.calls.map(([{ tokens }]) => tokens.length))).toBe(4);
  });

  it('tells tokens as they come, and what they add up to', async () => {
    const events: TokenEvent[] = [];
    const it = await engine();
    const generation = await it.generate(job(1), { signal: never, tell: (e) => events.push(e) });
    expect(events.map(({ token }) => token)).toEqual(generation.tokens);
    expect(events.map(({ text }) => text).join('')).toBe(generation.text);
    expect(generation.timings.firstToken).toBeLessThanOrEqual(generation.timings.total);
  });

  it('gives up a job whose runs keep failing, and works for the next', async () => {
    const it = await engine();
    const open = tiny.openBatch.bind(tiny);
    breakNext(opened[0] as OpenBatch);
    const spy = vi.spyOn(tiny, 'openBatch').mockImplementationOnce(async () => {
      const batch = await open();
      breakNext(batch);
      return batch;
    });
    await expect(it.generate(job(1), { signal: never, tell: quiet })).rejects.toMatchObject({
      code: 'device-failed',
    });
    spy.mockRestore();
    const { tokens } = await it.generate(job(1), { signal: never, tell: quiet });
    expect(tokens).toEqual(await tiny.oneByOne(job(1)));
  });

  it('refuses a prompt that does not fit', async () => {
    const it = await engine();
    const long = { ...job(1), promptTokens: new Array<number>(160).fill(10) };
    await expect(it.generate(long, { signal: never, tell: quiet })).rejects.toThrow(/160/);
  });
});

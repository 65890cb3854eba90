import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenBatch } from '../batch/open-batch.ts';
import { TinyModel } from '../batch/testing/tiny.ts';
import type { ScoringJob, TextScore } from '../protocol.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { Given } from '../runtime/testing/given.ts';
import { batchScoring } from './batch-scoring.ts';
import { plainScoring } from './plain-scoring.ts';
import type { Score, ScoringInput } from './scoring.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const limits = { rows: 6, positions: 300, branch: 2, longer: 4 };
let tiny: TinyModel;
let plain: Score;
const opened: OpenBatch[] = [];
beforeAll(async () => {
  tiny = await TinyModel.open();
  const host = new DecoderHost(new TurnQueue(), tiny.plain, () => Promise.resolve(tiny.plain));
  plain = plainScoring(host, tiny.model);
});
afterAll(async () => {
  for (const each of opened) await each.release().catch(() => undefined);
  await tiny.release();
});

async function batch(given?: Given): Promise<Score> {
  const open = async () => {
    const made = await tiny.openBatch('memory', given);
    opened.push(made);
    return made;
  };
  return batchScoring(new DecoderHost(new TurnQueue(), await open(), open), tiny.model, limits);
}

const waiting = { signal: new AbortController().signal, tell: () => undefined };

/** By the book: the logits after everything before each token, one whole reading for each. */
async function byHand({ promptTokens, tokens }: ScoringJob): Promise<TextScore> {
  const score: TextScore = { logProbabilities: [], ranks: [], entropies: [], alternatives: [] };
  for (const [i, token] of tokens.entries()) {
    const cache = tiny.plain.emptyCache();
    const [row = new Float32Array()] = await tiny.plain.read(cache, [
      ...promptTokens,
      ...tokens.slice(0, i),
    ]);
    cache.dispose();
    const max = Math.max(...row);
    const logSum = max + Math.log(row.reduce((sum, x) => sum + Math.exp(x - max), 0));
    const logs = Array.from(row, (x) => x - logSum);
    const own = logs[token] ?? NaN;
    score.logProbabilities.push(own);
    score.ranks.push(logs.filter((x) => x > own).length);
    score.entropies.push(-logs.reduce((sum, x) => sum + Math.exp(x) * x, 0));
    const order = [...logs.keys()].sort((a, b) => (logs[b] ?? 0) - (logs[a] ?? 0) || a - b);
    score.alternatives.push(
      order.slice(0, 3).map((id) => ({ token: id, logProbability: logs[id] ?? NaN })),
    );
  }
  return score;
}

/** Numbers may differ by rounding; tokens and ranks may not. */
function expectAlike(got: readonly TextScore[], expected: readonly TextScore[]): void {
  const near = (x: number) => expect.closeTo(x, 3) as number;
  expect(got).toEqual(
    expected.map(({ logProbabilities, ranks, entropies, alternatives }) => ({
      logProbabilities: logProbabilities.map(near),
      ranks,
      entropies: entropies.map(near),
      alternatives: alternatives.map((list) =>
        list.map(({ token: id, logProbability }) => ({
          token: id,
          logProbability: near(logProbability),
        })),
      ),
    })),
  );
}

const token = fc.integer({ min: 10, max: 300 });
const jobSets = fc
  .record({
    prompts: fc.array(fc.array(token, { minLength: 1, maxLength: 40 }), {
      minLength: 1,
      maxLength: 3,
    }),
    texts: fc.array(fc.tuple(fc.nat(2), fc.array(token, { maxLength: 20 })), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ prompts, texts }) =>
    texts.map(([prompt, tokens]): ScoringJob => ({
      promptTokens: prompts[prompt % prompts.length] ?? [],
      tokens,
    })),
  );

describe('scoring', () => {
  it('gives the numbers of one reading per token, one by one and in waves', async () => {
    const waves = await batch();
    await fc.assert(
      fc.asyncProperty(jobSets, async (jobs) => {
        const input: ScoringInput = { jobs, alternatives: 3 };
        const expected: TextScore[] = [];
        for (const job of jobs) expected.push(await byHand(job));
        expectAlike(await plain(input, waiting), expected);
        expectAlike(await waves(input, waiting), expected);
      }),
      { numRuns: 10 },
    );
  });

  const job = (length: number): ScoringJob => ({
    promptTokens: [20, 30, 40],
    tokens: Array.from({ length }, (_, i) => 50 + i),
  });

  it('starts anew where a run fails, and gives the same numbers', async () => {
    const waves = await batch();
    const input = { jobs: [job(40), job(30)], alternatives: 2 };
    const expected = await waves(input, waiting);
    const { decoder } = opened.at(-1) as OpenBatch;
    const read = decoder.read.bind(decoder);
    let runs = 0;
    vi.spyOn(decoder, 'read').mockImplementation((reading) => {
      if (++runs === 3) throw new Error('the device gave up');
      return read(reading);
    });
    expect(await waves(input, waiting)).toEqual(expected);
    expect(runs).toBe(3);
  });

  it('keeps no logits, not even of a judgment that fails', async () => {
    const given = new Given();
    const waves = await batch(given);
    const { scoring } = opened.at(-1) as OpenBatch;
    vi.spyOn(scoring, 'judge').mockRejectedValueOnce(new Error('the device gave up'));
    await waves({ jobs: [job(40), job(30)], alternatives: 2 }, waiting);
    expect(given.count('logits').given).toBeGreaterThan(2);
    expect(given.count('logits').held).toBe(0);
  });

  it.each(['plain', 'waves'])('tells how far it is, and stops when told to (%s)', async (path) => {
    const score = path === 'plain' ? plain : await batch();
    const controller = new AbortController();
    const told: number[] = [];
    const tell = ({ done, total }: { done: number; total: number }) => {
      expect(total).toBe(120);
      told.push(done);
      if (done >= 20) controller.abort();
    };
    const jobs = [job(60), job(60)];
    await expect(
      score({ jobs, alternatives: 0 }, { signal: controller.signal, tell }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.at(-1)).toBeGreaterThanOrEqual(20);
    expect(told.at(-1)).toBeLessThan(120);
    if (path === 'waves') expect(opened.at(-1)?.decoder.caches.ledger.held).toBe(0);
  });

  it.each([
    ['no prompt', { promptTokens: [], tokens: [3] }, /Text 1 of 1 has no prompt/],
    ['a token of another model', { promptTokens: [1], tokens: [999] }, /has token 999/],
    ['no room', { promptTokens: [1], tokens: new Array<number>(160).fill(2) }, /161 tokens/],
  ])('refuses a text with %s', async (_, wrong, message) => {
    for (const score of [plain, await batch()])
      await expect(score({ jobs: [wrong], alternatives: 0 }, waiting)).rejects.toThrow(message);
  });
});

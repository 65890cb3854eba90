import { afterEach, describe, expect, it, vi } from 'vitest';
import { ratingFor } from '../../../e2e/stand-in/answers.ts';
import { StandIn, type StandInOptions } from '../../../e2e/stand-in/server.ts';
import { troubleKinds, type TroubleKind } from '../../../e2e/stand-in/troubles.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { KeyRing } from './keys.ts';
import { defaultLimits, type ServedLimits } from './limits.ts';
import { ServedModels } from './served-models.ts';
import type { Endpoint } from './types.ts';

const secret = 'sk-lab-0123456789-abcdefghij';
const quick = { attempts: 6, first: 1, most: 20 };
const request = { maxTokens: 32, temperature: 0, topP: 1, stop: [], topLogProbabilities: 0 };

let standIn: StandIn;
afterEach(() => standIn.stop());

async function serve(
  options: StandInOptions = {},
  { api = 'completions', ...limits }: Partial<ServedLimits> & Partial<Endpoint> = {},
) {
  standIn = await StandIn.start(options);
  const keys = new KeyRing();
  keys.set(standIn.url, secret);
  const endpoint: Endpoint = { name: 'it', url: standIn.url, model: 'stand-in', api };
  const models = new ServedModels(keys, { ...defaultLimits, ...limits }, quick);
  return { models, client: models.of(endpoint) };
}

describe('a client of a served model', () => {
  it('asks for a text to continue, with log-probabilities', async () => {
    const { client, models } = await serve({ key: secret });
    const prompt = 'Rate it from 1 to 10: [[';
    const reply = await client.complete({ ...request, topLogProbabilities: 5, prompt });
    expect(reply.text).toBe(`${ratingFor(prompt)}]]`);
    expect(reply.finish).toBe('stop');
    expect(reply.tokens?.map(({ text }) => text).join('')).toBe(reply.text);
    expect(reply.tokens?.[0]?.alternatives).toHaveLength(5);
    expect(reply.tokens?.[0]?.alternatives[0]?.text).toBe(String(ratingFor(prompt)));
    expect(reply.usage).toEqual({ promptTokens: 6, completionTokens: 2 });
    expect(models.spent).toEqual({ requests: 1, tokens: 8, retried: 0 });
    expect(standIn.received[0]).toMatchObject({ key: secret, path: '/v1/completions' });
  });

  it('asks for a chat, and streams it: the same answer either way', async () => {
    const { client } = await serve();
    const messages = [{ role: 'user', content: 'What is it?' }] as const;
    const asked = { ...request, topLogProbabilities: 2, messages };
    const whole = await client.chat(asked);
    const seen: string[] = [];
    const streamed = await client.chat(asked, { onText: (text) => seen.push(text) });
    expect(streamed).toEqual(whole);
    expect(whole.tokens?.[0]?.alternatives).toHaveLength(2);
    expect(seen.at(-1)).toBe(whole.text);
    expect(new Set(seen).size).toBeGreaterThan(2);
    expect(standIn.received.map(({ body }) => body.stream)).toEqual([undefined, true]);
  });

  it('cuts an answer at a stop string that the server was not told, tokens with it', async () => {
    const { client } = await serve();
    const stop = ['1', '2', '3', '4', ' is'];
    const reply = await client.complete({ ...request, stop, prompt: 'p', topLogProbabilities: 1 });
    expect(standIn.received[0]?.body.stop).toEqual(['1', '2', '3', '4']);
    expect(reply).toMatchObject({ text: 'It', finish: 'stop', stopString: ' is' });
    expect(reply.tokens).toHaveLength(1);
  });

  it('says that an answer was cut by its length', async () => {
    const { client } = await serve();
    const reply = await client.complete({ ...request, maxTokens: 2, prompt: 'p' });
    expect(reply).toMatchObject({ text: 'It is', finish: 'length', tokens: null });
  });

  it('asks without log-probabilities where the server takes none', async () => {
    const { client } = await serve({ noLogProbabilities: true });
    const asked = { ...request, topLogProbabilities: 5, prompt: 'p' };
    expect((await client.complete(asked)).tokens).toBeNull();
    await client.complete(asked);
    expect(standIn.received.map(({ body }) => body.logprobs)).toEqual([5, undefined, undefined]);
  });

  const mending = troubleKinds.filter((kind) => kind !== 'silent');
  for (const stream of [false, true])
    it.each(mending)(`tries again after %s${stream ? ', streaming' : ''}`, async (kind) => {
      const { client, models } = await serve({ script: [kind, kind] });
      const options = stream ? { onText: () => undefined } : {};
      const reply = await client.complete({ ...request, prompt: 'p' }, options);
      expect(reply.text).toMatch(/^It is /);
      expect(models.spent).toMatchObject({ requests: 3, retried: 2 });
    });

  it('gives up on silence, and tries again', async () => {
    const { client } = await serve({ script: ['silent'] }, { seconds: 1 });
    expect((await client.complete({ ...request, prompt: 'p' })).text).toMatch(/^It is /);
  });

  it.each(mending)('after too much of %s tells why, never the key', async (kind) => {
    const script: TroubleKind[] = Array.from({ length: 6 }, () => kind);
    const { client } = await serve({ script });
    const problem = await problemOf(client.complete({ ...request, prompt: 'p' }));
    expect(problem.code).toBe('remote-failed');
    expect(problem.message).toContain(standIn.origin);
    expect(standIn.received).toHaveLength(6);
    expect(JSON.stringify(problem.report()) + problem.stack).not.toMatch(/0123456789|abcdefghij/);
  });

  it('does not try again with a wrong key, an unknown model or an unknown path', async () => {
    const { client } = await serve({ key: 'another key' });
    const refused = await problemOf(client.complete({ ...request, prompt: 'p' }));
    expect(refused).toMatchObject({ code: 'remote-refused' });
    expect(refused.message).toMatch(/401.*Incorrect API key provided: •••/);
    expect(refused.remedy).toMatch(/key/);
    expect(standIn.received).toHaveLength(1);
  });

  it('says what may be wrong with an address', async () => {
    const { models } = await serve();
    const ask = (url: string, model: string) =>
      problemOf(
        models.of({ name: 'x', url, model, api: 'chat' }).complete({ ...request, prompt: 'p' }),
      );
    expect(await ask(standIn.url, 'nobody')).toMatchObject({
      code: 'remote-refused',
      message: expect.stringMatching(/404.*nobody does not exist/),
    });
    expect((await ask(standIn.origin, 'stand-in')).remedy).toMatch(/\/v1/);
    const gone = await ask('http://127.0.0.1:9/v1', 'stand-in');
    expect(gone).toMatchObject({ code: 'remote-failed' });
    expect(gone.message).toMatch(/did not answer/);
  });

  it('keeps no answer that has the key in it', async () => {
    const answer = () => [{ text: `It is ${secret}.`, logProbability: -1, alternatives: [] }];
    const { client } = await serve({ answer });
    const problem = await problemOf(client.complete({ ...request, prompt: 'p' }));
    expect(problem.message).toMatch(/wrote the key/);
    expect(problem.message).not.toContain(secret);
    expect(standIn.received).toHaveLength(1);
  });

  it('holds the budget: what could exceed it is refused, and nothing is sent', async () => {
    const { client, models } = await serve({}, { requests: 2 });
    const ask = () => client.complete({ ...request, prompt: 'p' });
    await Promise.all([ask(), ask()]);
    expect(await problemOf(ask())).toMatchObject({ code: 'budget-spent' });
    expect(standIn.received).toHaveLength(2);
    expect(models.spent.requests).toBe(2);
  });

  it('holds the budget of tokens by what was used, and retries count', async () => {
    const { client, models } = await serve({ script: ['cut-off'] }, { tokens: 80 });
    const ask = () => client.complete({ ...request, prompt: 'abc' });
    await ask(); // 33 for what was cut off, 5 for the answer
    expect(models.spent.tokens).toBe(38);
    await ask();
    expect(models.spent.tokens).toBe(43);
    await ask();
    expect(await problemOf(ask())).toMatchObject({ code: 'budget-spent' });
  });

  it('asks no more at a time than it may', async () => {
    const { client } = await serve({ delay: 20 }, { concurrency: 3 });
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => client.complete({ ...request, prompt: `p${i}` })),
    );
    expect(standIn.received).toHaveLength(40);
    expect(standIn.most).toBe(3);
  });

  it('ends when it is aborted, under way or waiting', async () => {
    const { client } = await serve({ script: ['silent', 'silent'] }, { concurrency: 2 });
    const abort = new AbortController();
    const asking = Array.from({ length: 5 }, () =>
      client.complete({ ...request, prompt: 'p' }, { signal: abort.signal }),
    );
    await vi.waitFor(() => expect(standIn.received).toHaveLength(2));
    abort.abort();
    const ended = await Promise.allSettled(asking);
    expect(ended.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    expect(standIn.received).toHaveLength(2);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AutoModelForCausalLM, env, Tensor } from '@huggingface/transformers';
import { InferenceSession } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeTinyModel } from '../../e2e/engine-page/tiny-model.ts';
import { defaultDecoding, type Decoding } from '../../src/domain/decoding.ts';
import { readTexts } from '../loading/texts.ts';
import type { TokenEvent } from '../protocol.ts';
import { Decoder } from '../runtime/decoder.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { logProbability, Sampler } from '../sampler/sampler.ts';
import { generate } from './generate.ts';
import type { DecodingModel } from './model.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// a real graph on a real runtime: onnxruntime-node stands in for onnxruntime-web, nothing else
let root: string;
let host: DecoderHost<Decoder>;
let model: DecodingModel;
let opened = 0;
const contextLength = 160;
/** One test makes a run fail; the runtime need not say so as well. */
const quiet = { logSeverityLevel: 4 } as const;
const prompt = Array.from({ length: 60 }, (_, i) => 4 + ((i * 37) % 300));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'generate-'));
  const folder = join(root, 'tiny');
  writeTinyModel(folder, contextLength);
  const names = [
    'config.json',
    'generation_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
  ];
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const texts = await readTexts(new Map(names.map((name) => [name, bytesOf(name)])));
  const open = async () => {
    opened += 1;
    return new Decoder(await InferenceSession.create(join(folder, 'onnx/model.onnx'), quiet));
  };
  host = new DecoderHost(new TurnQueue(), await open(), open);
  model = {
    contextLength,
    vocabularySize: texts.config.vocab_size,
    endTokens: new Set(),
    chunkLength: 16,
    decode: (tokens) => texts.tokenizer.decode(tokens),
    sampler: new Sampler(texts.config.vocab_size),
  };
});
afterAll(async () => {
  await host.release();
  rmSync(root, { recursive: true });
});

const never = new AbortController().signal;

/** One generation and what was told on the way. */
async function run(
  decoding: Partial<Decoding>,
  { key = 'run', signal = never, changed = {} as Partial<DecodingModel>, from = prompt } = {},
  tell: (event: TokenEvent) => void = () => undefined,
) {
  const events: TokenEvent[] = [];
  const generation = await generate(
    host,
    { ...model, ...changed },
    { promptTokens: from, decoding: { ...defaultDecoding, maxNewTokens: 30, ...decoding }, key },
    { signal, tell: (event) => (events.push(event), tell(event)) },
  );
  return { ...generation, events };
}

describe('generate', () => {
  it('draws the greedy tokens of transformers.js, with and without a repetition penalty', async () => {
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.useFS = true; // the lab reads no disk
    env.localModelPath = `${root}/`;
    const reference = await AutoModelForCausalLM.from_pretrained('tiny', { dtype: 'fp32' });
    for (const repetitionPenalty of [1, 1.15]) {
      const output = (await reference.generate({
        inputs: new Tensor('int64', BigInt64Array.from(prompt, BigInt), [1, prompt.length]),
        max_new_tokens: 30,
        do_sample: false,
        eos_token_id: -1,
        repetition_penalty: repetitionPenalty,
      })) as Tensor;
      const expected = Array.from(output.data as BigInt64Array, Number).slice(prompt.length);
      expect((await run({ repetitionPenalty })).tokens).toEqual(expected);
    }
    await reference.dispose();
  });

  it('gives log-probabilities under the untouched logits of the whole row', async () => {
    const { tokens, logProbabilities } = await run({ temperature: 2, topP: 0.9, maxNewTokens: 8 });
    const row = [...prompt, ...tokens];
    const logits = await host.turn((decoder) =>
      decoder.read(decoder.emptyCache(), row, tokens.length + 1),
    );
    tokens.forEach((token, i) => {
      const expected = logProbability(logits[i] ?? new Float32Array(), token);
      expect(logProbabilities[i]).toBeCloseTo(expected, 3);
    });
  });

  it('gives the same tokens for the same spec, others for another seed or key', async () => {
    const spec = { temperature: 1.3, topP: 0.95, topK: 50, seed: 7 };
    const first = await run(spec);
    expect((await run(spec)).tokens).toEqual(first.tokens);
    expect((await run({ ...spec, seed: 8 })).tokens).not.toEqual(first.tokens);
    expect((await run(spec, { key: 'other' })).tokens).not.toEqual(first.tokens);
  });

  it('streams generations side by side, step by step, with the tokens each has alone', async () => {
    const specs = [{ temperature: 0 }, { temperature: 1, seed: 3 }];
    const alone = [await run(specs[0] ?? {}), await run(specs[1] ?? {})];
    const order: number[] = [];
    const together = await Promise.all(
      specs.map((spec, i) => run(spec, {}, () => void order.push(i))),
    );
    expect(together.map((g) => g.tokens)).toEqual(alone.map((g) => g.tokens));
    expect(order.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i % 2));
  });

  it('tells text that adds up to the answer, before the stop string, across token borders', async () => {
    const free = await run({ temperature: 1 });
    expect(free.stopReason).toBe('length');
    const stop = free.text.slice(9, 14);
    const stopped = await run({ temperature: 1, stop: ['never to be seen', stop] });
    const text = free.text.slice(0, free.text.indexOf(stop));
    expect(stopped).toMatchObject({ text, stopReason: 'stop-string', stopString: stop });
    for (const { events, text: whole } of [free, stopped]) {
      expect(events.map((event) => event.text).join('')).toBe(whole);
    }
    expect(free.tokens.slice(0, stopped.tokens.length)).toEqual(stopped.tokens);
  });

  it('ends at an end token, which is counted but not written', async () => {
    const free = await run({});
    const end = free.tokens[5] ?? -1;
    const first = free.tokens.indexOf(end);
    const ended = await run({}, { changed: { endTokens: new Set([end]) } });
    expect(ended.tokens).toEqual(free.tokens.slice(0, first + 1));
    expect(ended.stopReason).toBe('end-token');
    expect(ended.text).toBe(model.decode(free.tokens.slice(0, first)).replace(/\uFFFD+$/, ''));
  });

  it('ends where the context ends, and refuses a prompt that leaves no room, with the numbers', async () => {
    const long = Array.from({ length: 150 }, (_, i) => 4 + (i % 300));
    const cut = await run({ maxNewTokens: 50 }, { from: long });
    expect(cut).toMatchObject({ stopReason: 'context' });
    expect(cut.tokens.length).toBe(contextLength - 150);
    const over = Array.from({ length: contextLength + 9 }, () => 4);
    await expect(run({}, { from: over })).rejects.toMatchObject({
      code: 'context-exceeded',
      message: expect.stringMatching(/169 tokens.*160/),
      remedy: expect.stringContaining('10 tokens'),
    });
  });

  it('stops within a step of a cancel, keeps what there is, and leaves others alone', async () => {
    const controller = new AbortController();
    const [cancelled, other] = await Promise.all([
      run({ maxNewTokens: 90 }, { signal: controller.signal }, ({ step }) => {
        if (step === 4) controller.abort();
      }),
      run({}),
    ]);
    expect(cancelled).toMatchObject({ stopReason: 'cancelled' });
    expect(cancelled.tokens).toEqual(other.tokens.slice(0, 5));
    expect(other.stopReason).toBe('length');
  });

  it('lets a cancel in between two chunks of a prompt', async () => {
    const controller = new AbortController();
    const changed = { chunkLength: 1 };
    const cancelled = run({}, { signal: controller.signal, changed });
    setTimeout(() => controller.abort(), 0);
    expect(await cancelled).toMatchObject({ stopReason: 'cancelled', tokens: [], text: '' });
  });

  it('opens a new session after a failed run; generations under way go on with the same tokens', async () => {
    const before = opened;
    const alone = await run({ temperature: 1 });
    const together = run({ temperature: 1 }, {}, ({ step }) => {
      // no such token: the graph itself refuses
      if (step === 3) failing = host.turn((d) => d.read(d.emptyCache(), [99_999]));
    });
    let failing: Promise<unknown> = Promise.resolve();
    expect((await together).tokens).toEqual(alone.tokens);
    await expect(failing).rejects.toMatchObject({ code: 'device-failed' });
    expect(opened).toBe(before + 1);
  });

  it('refuses tokens of another model, and an empty prompt', async () => {
    await expect(run({}, { from: [4, 99_999] })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(run({}, { from: [] })).rejects.toMatchObject({ code: 'bad-input' });
  });
});

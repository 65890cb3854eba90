import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import { TinyModel } from '../batch/testing/tiny.ts';
import type { TokenEvent } from '../protocol.ts';
import { Decoder } from '../runtime/decoder.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { Given } from '../runtime/testing/given.ts';
import { generate } from './generate.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let tiny: TinyModel;
let given: Given;
let host: DecoderHost<Decoder>;
beforeAll(async () => {
  tiny = await TinyModel.open();
});
afterAll(() => tiny.release());

async function begin(): Promise<void> {
  given = new Given();
  const open = () => tiny.openPlain(given);
  host = new DecoderHost(new TurnQueue(), await open(), open);
}

const run = (tell: (event: TokenEvent) => void = () => undefined) =>
  generate(
    host,
    { ...tiny.model, endTokens: new Set() },
    {
      promptTokens: [20, 30, 40],
      decoding: { ...defaultDecoding, temperature: 0, maxNewTokens: 10 },
      key: 'run',
    },
    { signal: new AbortController().signal, tell },
  );

/** Logits and keys of all runs so far are freed. */
function expectNothingHeld(runs: number): void {
  for (const name of ['logits', 'present.0.key'])
    expect(given.count(name)).toEqual({ given: runs, held: 0 });
}

describe('generate in trouble', () => {
  it('keeps nothing of a row whose session breaks in somebody else’s turn', async () => {
    await begin();
    const alone = await run();
    const broken = () => host.turn(() => Promise.reject(new Error('a stranger’s turn broke')));
    const strange = run(({ step }) => void (step === 3 && broken().catch(() => undefined)));
    expect((await strange).tokens).toEqual(alone.tokens);
    expectNothingHeld(20);
    await host.release();
  });

  it('keeps nothing of a row whose own turn breaks', async () => {
    await begin();
    const decoder = await host.turn((open) => Promise.resolve(open));
    let reads = 0;
    vi.spyOn(decoder, 'read').mockImplementation(async (...input) => {
      const rows = await Decoder.prototype.read.apply(decoder, input);
      if (++reads === 3) throw new Error('its own turn broke');
      return rows;
    });
    await expect(run()).rejects.toMatchObject({ code: 'device-failed' });
    expectNothingHeld(3);
    await host.release();
  });
});

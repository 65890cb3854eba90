import { describe, expect, it, vi } from 'vitest';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import type { GenerationJob } from '../protocol.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { BatchEngine } from './batch-engine.ts';
import { limitsFor } from './limits.ts';
import { PrefixStore } from './prefixes.ts';
import { TinyModel } from './testing/tiny.ts';

vi.setConfig({ testTimeout: 900_000 });

const budget = 2 * 2 ** 20;
const rounds = 50;
const together = 20;

/** Numbers that look random, the same in every test. */
function dice(): (below: number) => number {
  let state = 1;
  return (below) => (state = (state * 16_807) % 2_147_483_647) % below;
}

/** Beginnings of prompts, from none to most of what the model has room for. */
const trunks = [0, 10, 40, 75, 110].map((length, trunk) =>
  Array.from({ length }, (_, i) => 20 + 7 * trunk + i),
);

/** Jobs under a few of the beginnings, some of them equal but for their seed or key. */
function roundOf(jobs: number, round: number, draw: (below: number) => number): GenerationJob[] {
  const few = 1 + draw(trunks.length);
  return Array.from({ length: jobs }, (_, i) => {
    const ending = Array.from({ length: 1 + draw(20) }, () => 10 + draw(250));
    return {
      promptTokens: [...(trunks[draw(few)] ?? []), ...(draw(3) === 0 ? [15] : ending)],
      decoding: {
        ...defaultDecoding,
        temperature: draw(2),
        seed: draw(4),
        maxNewTokens: 1 + draw(6),
      },
      key: `run ${round}/${i % 7}`,
    };
  });
}

describe.each(['memory', 'device'] as const)('A thousand runs, caches in %s', (place) => {
  it('leave nothing behind but the prefixes that may be kept', async () => {
    const tiny = await TinyModel.open();
    const batch = await tiny.openBatch(place);
    const { bytesPerPosition } = batch.decoder.caches;
    const limits = limitsFor(budget, bytesPerPosition);
    const host = new DecoderHost(new TurnQueue(), batch, () => tiny.openBatch(place));
    const engine = new BatchEngine(host, tiny.model, limits);
    const leases = vi.spyOn(PrefixStore.prototype, 'lease').mockClear().mock.contexts;
    const draw = dice();
    let cancelled = 0;
    for (let round = 0; round < rounds; round++) {
      const given = await Promise.all(
        roundOf(together, round, draw).map((job) => {
          const controller = new AbortController();
          const last = draw(12); // more than most are to draw
          if (draw(30) === 0) controller.abort();
          return engine.generate(job, {
            signal: controller.signal,
            tell: ({ step }) => step === last && controller.abort(),
          });
        }),
      );
      cancelled += given.filter(({ stopReason }) => stopReason === 'cancelled').length;
      const { held, expected } = engine.memory;
      expect(held).toBe((leases.at(-1) as PrefixStore | undefined)?.bytes ?? 0);
      expect(held).toBeLessThanOrEqual(limits.prefixBytes);
      expect(expected).toBe(0);
    }
    expect(cancelled).toBeGreaterThan(50);
    expect(engine.memory.most).toBeGreaterThan(limits.prefixBytes);
    expect(engine.memory.most).toBeLessThan(budget);
    await host.release();
    expect(engine.memory.held).toBe(0);
    await tiny.release();
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Generation } from '../../src/domain/run.ts';
import type { GenerationJob, TokenEvent } from '../protocol.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { Given } from '../runtime/testing/given.ts';
import { BatchEngine, type EngineLimits } from './batch-engine.ts';
import { jobSets, TinyModel } from './testing/tiny.ts';
import { faultSets, TroubledDevice } from './testing/troubled-device.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 });

let tiny: TinyModel;
beforeAll(async () => {
  tiny = await TinyModel.open();
});
afterAll(() => tiny.release());

/** Somebody stops waiting for a job: at its token, or before a run begins; 0 is before all is asked for. */
interface Cancel {
  readonly job: number;
  readonly at: { readonly token: number } | { readonly run: number };
}
const cancelSets: fc.Arbitrary<Cancel[]> = fc.array(
  fc.record({
    job: fc.nat(9),
    at: fc.oneof(fc.record({ token: fc.nat(10) }), fc.record({ run: fc.nat(25) })),
  }),
  { maxLength: 4 },
);

/** How small the engine has to think, and how much it may keep. */
const limitSets: fc.Arbitrary<EngineLimits> = fc.record({
  rows: fc.integer({ min: 1, max: 6 }),
  positions: fc.integer({ min: 20, max: 300 }),
  branch: fc.integer({ min: 1, max: 3 }),
  longer: fc.integer({ min: 1, max: 12 }),
  prefixBytes: fc.constantFrom(0, 20_000, 200_000),
});

const troubles = fc.record({
  caches: fc.constantFrom('memory' as const, 'device' as const),
  limits: limitSets,
  cancels: cancelSets,
  faults: faultSets,
  /** Runs during which somebody else asks for a turn at the session, which will break. */
  strangers: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 2 }),
});

/** A job as whoever asked for it sees it. */
class Asked {
  readonly job: GenerationJob;
  readonly events: TokenEvent[] = [];
  /** Tokens that it may have, once it is cancelled. */
  #most: number | undefined;
  /** What came of it; null where it was given up. */
  given: Generation | null = null;
  readonly #controller = new AbortController();
  #asked = false;
  readonly #cancelFrom: number;

  constructor(job: GenerationJob, number: number, cancels: readonly Cancel[]) {
    this.job = job;
    const tokens = cancels.flatMap((each) =>
      each.job === number && 'token' in each.at ? [each.at.token] : [],
    );
    this.#cancelFrom = Math.min(...tokens);
  }

  cancel(): void {
    // a step that is under way may add one
    this.#most ??= this.events.length + (this.#asked ? 1 : 0);
    this.#controller.abort();
  }

  async ask(engine: BatchEngine): Promise<void> {
    const tell = (event: TokenEvent) => {
      this.events.push(event);
      if (event.step >= this.#cancelFrom) this.cancel();
    };
    this.#asked = true;
    try {
      this.given = await engine.generate(this.job, { signal: this.#controller.signal, tell });
    } catch (problem) {
      expect(problem).toMatchObject({ code: 'device-failed' });
    }
  }

  /** Holds what came of it against the tokens that it draws alone. */
  check(alone: readonly number[]): void {
    const tokens = this.events.map(({ token }) => token);
    expect(this.events.map(({ step }) => step)).toEqual([...tokens.keys()]);
    expect(tokens).toEqual(alone.slice(0, tokens.length));
    if (!this.given) return;
    expect(this.given.tokens).toEqual(tokens);
    if (this.given.stopReason !== 'cancelled') expect(tokens).toEqual(alone);
    else expect(tokens.length).toBeLessThanOrEqual(this.#most ?? NaN);
  }
}

describe('BatchEngine in trouble', () => {
  it('loses no token of anybody, tells none twice, and keeps nothing but prefixes', async () => {
    await fc.assert(
      fc.asyncProperty(
        jobSets,
        troubles,
        async (jobs, { caches, limits, cancels, faults, strangers }) => {
          const all = jobs.map((job, i) => new Asked(job, i, cancels));
          const onRun = (run: number) => {
            for (const { job, at } of cancels)
              if ('run' in at && at.run === run) all[job]?.cancel();
            const broken = () => Promise.reject(new Error('a stranger’s turn broke'));
            if (strangers.includes(run)) host.turn(broken).catch(() => undefined);
          };
          const given = new Given();
          const device = new TroubledDevice(() => tiny.openBatch(caches, given), faults, onRun);
          const open = () => device.open();
          const host = new DecoderHost(new TurnQueue(), await open(), open);
          const engine = new BatchEngine(host, tiny.model, limits);
          onRun(0);
          await Promise.all(all.map((each) => each.ask(engine)));
          for (const each of all) each.check(await tiny.oneByOne(each.job));

          const after = new Asked({ ...(jobs[0] as GenerationJob), key: 'after' }, NaN, []);
          await after.ask(engine);
          after.check(await tiny.oneByOne(after.job));
          // one fault is nobody's end
          if (device.broken < 2)
            for (const { given } of [...all, after]) expect(given).not.toBeNull();

          const held = device.opened.map(({ decoder }) => decoder.caches.ledger.held);
          expect(held.pop()).toBeLessThanOrEqual(limits.prefixBytes);
          expect(held).toEqual(held.map(() => 0));
          expect(engine.memory.expected).toBe(0);
          expect(given.count('shares').held).toBe(0);
          await host.release();
        },
      ),
      { numRuns: 40 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../domain/problem.ts';
import type { Engine } from './engine.ts';
import { createWorkerEngine } from './worker-engine.ts';

let engine: Engine;
let started = 0;
let told: Problem[];
const request = (model: string) => ({ model, precision: 'fp32', device: 'auto' }) as const;
const ask = (text: string, signal?: AbortSignal) =>
  engine.tokenize({ texts: [text] }, signal ? { signal } : {});

beforeEach(() => {
  started = 0;
  told = [];
  engine = createWorkerEngine({
    start: () => {
      started += 1;
      return new Worker(new URL('./worker-engine.test-worker.ts', import.meta.url), {
        type: 'module',
      });
    },
    patience: { interval: 200, idle: 10, busy: 10 },
  });
  engine.onCrash((problem) => told.push(problem));
});
afterEach(() => engine.dispose());

describe('createWorkerEngine', () => {
  it('starts its worker at once, and brings events and answers', async () => {
    expect(started).toBe(1);
    const events: unknown[] = [];
    const model = await engine.load(request('m'), { onEvent: (event) => events.push(event) });
    expect(model.identity.id).toBe('m');
    expect(events).toEqual([{ stage: 'download', subject: 'x', loaded: 1, total: 2 }]);
    expect(await ask('base')).toEqual([[document.baseURI.length]]);
    expect(started).toBe(1);
  });

  it('rejects what fails with a Problem, and works on', async () => {
    await engine.load(request('m'));
    await expect(ask('fail')).rejects.toMatchObject({ name: 'Problem', code: 'device-failed' });
    expect(await ask('base')).toHaveLength(1);
    expect(told).toEqual([]);
  });

  const troubles: [string, string, RegExp][] = [
    ['throw', 'worker-crashed', /“model” crashed.*struck by lightning/],
    ['hang', 'worker-crashed', /“model” crashed.*does not answer/],
    ['close', 'worker-crashed', /“model” crashed.*does not answer/],
    ['retire', 'device-failed', /device is gone/],
  ];
  for (const [text, code, message] of troubles) {
    it(`notices a worker that comes to ${text}: rejects, tells, starts a fresh one`, async () => {
      await engine.load(request('m'));
      const pending = [ask(text), ask('waits behind it')];
      for (const call of pending) {
        await expect(call).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
      }
      expect(told.map((problem) => problem.code)).toEqual([code]);
      expect(started).toBe(2);
      await engine.load(request('m'));
      expect(await ask('base')).toHaveLength(1);
      expect(started).toBe(2);
    });
  }

  it('tells only the caller of a load that crashes, so that nobody tries for ever', async () => {
    await expect(engine.load(request('throw'))).rejects.toMatchObject({
      code: 'worker-crashed',
      message: expect.stringContaining('no room to load'),
    });
    expect(told).toEqual([]);
    expect(started).toBe(1);
    expect((await engine.load(request('m'))).identity.id).toBe('m');
    expect(started).toBe(2);
  });

  it('gives every load a worker of its own, and a load up at once', async () => {
    await engine.load(request('m'));
    const waiting = ask('no answer');
    const controller = new AbortController();
    const load = engine.load(request('never'), { signal: controller.signal });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    controller.abort();
    await expect(load).rejects.toMatchObject({ code: 'cancelled' });
    await expect(engine.load(request('m'), { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await engine.load(request('m'));
    expect(told).toEqual([]);
    expect(started).toBe(3);
  });

  it('passes a cancel on, also one that came before the call', async () => {
    await engine.load(request('m'));
    const controller = new AbortController();
    const call = ask('waits', controller.signal);
    controller.abort();
    expect(await call).toEqual([[-1]]);
    expect(await ask('waits', controller.signal)).toEqual([[-1]]);
  });

  it('rejects what cannot cross to a worker', async () => {
    await engine.load(request('m'));
    const texts = [(() => 'not data') as unknown as string];
    await expect(engine.tokenize({ texts })).rejects.toMatchObject({ name: 'Problem' });
    expect(await ask('base')).toHaveLength(1);
  });

  it('rejects what is under way when it is closed, and tells nobody', async () => {
    await engine.load(request('m'));
    const waiting = ask('no answer');
    engine.dispose();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toEqual([]);
  });
});

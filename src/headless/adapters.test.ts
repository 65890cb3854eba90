import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import type { Adapter } from '../domain/training/adapter.ts';
import { presetSettings } from '../domain/training/presets.ts';
import type { Engine } from '../engine/engine.ts';
import type { TrainingOf } from '../experiments/tuning/adapters.ts';
import { DriverAdapters } from './adapters.ts';
import { fromBase64, toBase64 } from './base64.ts';

const settings = presetSettings('classroom', {
  ...{ method: 'sft', examples: 3, contextLength: 100, template: 'plain', seed: 1 },
});
const training: TrainingOf = { identity: 'i', fingerprint: 'f', settings, rows: 'b'.repeat(64) };
const adapter: Adapter = {
  ...{ schema: 1, id: 'a'.repeat(64), name: 'n', createdAt: '2026-01-01T00:00:00.000Z', bytes: 3 },
  base: { id: 'm', label: 'M', fingerprint: 'f' },
  weights: { kind: 'adapter', rank: 2, alpha: 4, sites: [] },
  origin: {
    kind: 'trained',
    // as JSON brings them back: in another order
    settings: Object.fromEntries(Object.entries(settings).reverse()) as typeof settings,
    data: { sha256: training.rows, rows: 3, tokens: 9, label: 'l' },
    curve: { steps: [], validation: [] },
    device: 'wasm',
    seconds: 1,
  },
};

/** A browser's private files, empty at first; what is taken in gets `id`. */
function files(id = adapter.id) {
  const there = new Set<string>();
  const taken: unknown[] = [];
  const engine: Pick<Engine, 'listAdapters' | 'saveAdapter' | 'readAdapter'> = {
    listAdapters: async () => [...there],
    readAdapter: async () => Uint8Array.of(1, 2, 255),
    saveAdapter: async ({ bytes, scaling }) => {
      taken.push([[...bytes], scaling]);
      if (bytes.length !== 3)
        throw new Problem({ code: 'bad-input', message: 'torn', remedy: 'r' });
      there.add(id);
      return { id, bytes: bytes.length, weights: adapter.weights };
    },
  };
  return { engine, taken, there };
}

const kept = (weights: string | null, engine: ReturnType<typeof files>['engine']) =>
  new DriverAdapters(
    [adapter],
    () => Promise.resolve(),
    () => Promise.resolve(weights),
    engine,
  );

it('gives a training’s adapter to the driver, weights and all', async () => {
  const told: unknown[] = [];
  const { engine } = files();
  const shelf = new DriverAdapters(
    [],
    async (message) => void told.push(message),
    async () => null,
    engine,
  );
  expect(await shelf.trained(training)).toBeNull();
  await shelf.put(adapter);
  expect(told).toEqual([{ kind: 'adapter', adapter, weights: toBase64(Uint8Array.of(1, 2, 255)) }]);
  expect(await shelf.trained(training)).toBe(adapter);
  expect(await shelf.trained({ ...training, rows: 'c'.repeat(64) })).toBeNull();
  expect(await shelf.trained({ ...training, fingerprint: 'g' })).toBeNull();
  expect(await shelf.trained({ ...training, settings: { ...settings, seed: 2 } })).toBeNull();
});

it('brings weights back into a browser that lost them, once', async () => {
  const { engine, taken } = files();
  const shelf = kept(toBase64(Uint8Array.of(1, 2, 255)), engine);
  expect(await shelf.ready(adapter)).toBe(true);
  expect(await shelf.ready(adapter)).toBe(true);
  expect(taken).toEqual([[[1, 2, 255], { r: 2, lora_alpha: 4 }]]);
});

it('has nothing ready that is gone, torn, or other weights than it says', async () => {
  expect(await kept(null, files().engine).ready(adapter)).toBe(false);
  expect(await kept(toBase64(Uint8Array.of(1)), files().engine).ready(adapter)).toBe(false);
  const other = files('c'.repeat(64));
  expect(await kept(toBase64(Uint8Array.of(1, 2, 3)), other.engine).ready(adapter)).toBe(false);
});

it('crosses as base64 without a loss', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100_000 }), (bytes) => {
      expect(Buffer.from(fromBase64(toBase64(bytes))).equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

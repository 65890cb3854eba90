import fc from 'fast-check';
import { Tensor } from 'onnxruntime-common';
import { InferenceSession } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Model } from '../../../src/onnx/model/types.ts';
import { writeModel } from '../../../src/onnx/model/write.ts';
import { joinPositions, pickRows, stackRows } from '../../../src/onnx/rewrite/cache-graphs.ts';
import { nowhere } from '../../../src/onnx/rewrite/masks.ts';
import { DeviceCaches } from './device-caches.ts';
import { HostCaches } from './host-caches.ts';
import type { CacheStore, RowCache } from './row-cache.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Two layers that are not alike. */
const shape = {
  layers: [
    { layer: 0, kvHeads: 2, headSize: 3 },
    { layer: 1, kvHeads: 1, headSize: 4 },
  ],
  dtype: 'float32' as const,
};
const open = (write: (caches: typeof shape) => Model) =>
  InferenceSession.create(writeModel(write(shape)), { logSeverityLevel: 4 });

const stores: Record<string, CacheStore> = { memory: new HostCaches(shape, 80) };
beforeAll(async () => {
  const sessions = {
    pick: await open(pickRows),
    join: await open(joinPositions),
    stack: await open(stackRows),
  };
  stores['a device'] = new DeviceCaches(shape, 80, sessions);
});
afterAll(() => stores['a device']?.release());

/** What a cache should hold: for each row the numbers that were read, by where they stand. */
type Held = readonly ReadonlyMap<number, number>[];

/** Numbers whose every element says which reading, layer and head it is of. */
function freshOf(numbers: readonly (readonly number[])[]): Tensor[] {
  return shape.layers.flatMap(({ layer, kvHeads, headSize }) =>
    [0, 1].map((part) => {
      const values = numbers.flatMap((row) =>
        Array.from({ length: kvHeads }, (_, head) =>
          row.flatMap((n) =>
            new Array<number>(headSize).fill(1000 * n + 100 * layer + 10 * part + head),
          ),
        ).flat(),
      );
      const dims = [numbers.length, kvHeads, numbers[0]?.length ?? 0, headSize];
      return new Tensor('float32', Float32Array.from(values), dims);
    }),
  );
}

/** Reads a cache back; every layer, part and head has to tell the same. */
function heldIn({ positions, tensors }: RowCache): Held {
  const tellings = tensors.flatMap((tensor, at) => {
    const [, kvHeads = 0, length = 0, size = 0] = tensor.dims;
    const data = tensor.data as Float32Array;
    return Array.from({ length: kvHeads }, (_, head) =>
      positions.map((row, b) => {
        const mark = 100 * (at >> 1) + 10 * (at & 1) + head;
        const numberAt = (t: number) =>
          ((data[((b * kvHeads + head) * length + t) * size + size - 1] ?? NaN) - mark) / 1000;
        return new Map(
          row.flatMap((position, t) => (position === nowhere ? [] : [[position, numberAt(t)]])),
        );
      }),
    );
  });
  for (const telling of tellings) expect(telling).toEqual(tellings[0]);
  return tellings[0] ?? [];
}

type Step =
  | { kind: 'extend'; by: number; padded: boolean }
  | { kind: 'pick'; rows: number[] }
  | { kind: 'join' | 'stack' };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('extend' as const),
      by: fc.integer({ min: 1, max: 20 }),
      padded: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('pick' as const),
      rows: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constantFrom('join' as const, 'stack' as const) }),
  ),
  { maxLength: 12 },
);

describe.each(['memory', 'a device'])('caches in %s', (where) => {
  it('hold what was read, where it stands, whatever is made of them', async () => {
    const store = stores[where] as CacheStore;
    let number = 0;
    /** The next places of each row, of which the first row's last may be padding. */
    const extended = async (cache: RowCache, held: Held, by: number, padded: boolean) => {
      const at = held.map((row, b) =>
        Array.from({ length: by }, (_, i) =>
          padded && b === 0 && i === by - 1 ? nowhere : Math.max(-1, ...row.keys()) + 1 + i,
        ),
      );
      const numbers = at.map((row) => row.map(() => ++number % 1000));
      const longer = held.map((row, b) => {
        const places = (at[b] ?? []).map(
          (position, i) => [position, numbers[b]?.[i] ?? NaN] as const,
        );
        return new Map([...row, ...places.filter(([position]) => position !== nowhere)]);
      });
      return [await store.extend(cache, freshOf(numbers), at), longer] as const;
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), steps, async (rows, list) => {
        let cache = store.none(rows);
        let held: Held = Array.from({ length: rows }, () => new Map());
        for (const step of list) {
          if (step.kind === 'extend') {
            [cache, held] = await extended(cache, held, step.by, step.padded);
          } else if (step.kind === 'pick') {
            const picked = step.rows.map((row) => row % held.length);
            cache = await store.regroup(cache, picked);
            held = picked.map((row) => held[row] as Held[number]);
          } else if (step.kind === 'stack') {
            if (held.length > 8) continue;
            const old = cache;
            cache = await store.stack(old, old);
            old.dispose();
            held = [...held, ...held];
          } else {
            const [more, further] = await extended(store.none(held.length), held, 3, true);
            const old = cache;
            cache = await store.join(old, more);
            old.dispose();
            more.dispose();
            held = further;
          }
          expect(heldIn(cache)).toEqual(held);
          expect(store.ledger.held).toBe(cache.bytes);
        }
        cache.dispose();
        expect(store.ledger.held).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('let forks of a row go their own ways', async () => {
    const store = stores[where] as CacheStore;
    const trunk = await store.extend(store.none(1), freshOf([[1, 2]]), [[0, 1]]);
    const forked = await store.regroup(trunk, [0, 0]);
    const longer = await store.extend(forked, freshOf([[3], [4]]), [[2], [2]]);
    expect(heldIn(longer)).toEqual(
      [3, 4].map(
        (n) =>
          new Map([
            [0, 1],
            [1, 2],
            [2, n],
          ]),
      ),
    );
  });
});

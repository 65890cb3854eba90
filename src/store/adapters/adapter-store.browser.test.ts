import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { sampleAdapter } from '../../domain/testing/sample-adapter.ts';
import { openStores, type Stores } from '../stores.ts';
import type { AdapterChange, AdapterStore } from './adapter-store.ts';

let name: string;
let stores: Stores;
let store: AdapterStore;

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  stores = await openStores({ name });
  store = stores.adapters;
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

const { id } = sampleAdapter(1);
const none = sampleAdapter(99).id;

describe('adapters', () => {
  it('come back as they were stored, the newest first', async () => {
    for (const i of [1, 3, 2]) await store.put(sampleAdapter(i));
    expect(await store.list()).toEqual([3, 2, 1].map((i) => sampleAdapter(i)));
    expect(await store.get(id)).toEqual(sampleAdapter(1));
    expect(await store.get(none)).toBeUndefined();
  });

  it('that were imported, and whole models, are stored too', async () => {
    const imported = sampleAdapter(1, {
      origin: { kind: 'imported', file: 'adapter.safetensors' },
    });
    const whole = sampleAdapter(2, { weights: { kind: 'all', parameters: 4_300_000 } });
    await store.put(imported);
    await store.put(whole);
    expect(await store.list()).toEqual([whole, imported]);
  });

  it('are renamed', async () => {
    await store.put(sampleAdapter(1));
    await store.rename(id, '  Short answers ');
    expect(await store.get(id)).toEqual(sampleAdapter(1, { name: 'Short answers' }));
    expect((await problemOf(store.rename(id, ' '))).message).toContain('name');
    expect((await problemOf(store.rename(none, 'Other'))).message).toContain('no longer stored');
    expect((await store.get(id))?.name).toBe('Short answers');
  });

  it('are deleted, and brought back', async () => {
    await store.put(sampleAdapter(1));
    await store.put(sampleAdapter(2));
    const removed = await store.remove(id);
    expect(removed).toEqual(sampleAdapter(1));
    expect(await store.list()).toEqual([sampleAdapter(2)]);
    expect(await store.remove(id)).toBeNull();
    if (removed) await store.put(removed);
    expect(await store.list()).toEqual([sampleAdapter(2), sampleAdapter(1)]);
  });

  it('that do not fit are refused by field, or left out and told', async () => {
    const wrong = { ...sampleAdapter(1), bytes: -1 };
    expect((await problemOf(store.put(wrong))).message).toContain(`adapter ${id}.bytes`);
    await store.put(sampleAdapter(2));
    const database = await openDB(name);
    await database.put('adapters', wrong);
    database.close();
    const told: string[] = [];
    store.onProblem(({ message }) => told.push(message));
    expect(await store.list()).toEqual([sampleAdapter(2)]);
    expect((await problemOf(store.get(id))).code).toBe('file-damaged');
    expect((await problemOf(store.rename(id, 'Other'))).code).toBe('file-damaged');
    expect(await store.remove(id)).toBeNull();
    expect(told).toEqual(Array(2).fill(expect.stringMatching(/saved adapter 0101.*bytes/)));
    expect(await store.list()).toEqual([sampleAdapter(2)]);
  });
});

describe('changes', () => {
  it('are heard in every tab, until one no longer listens', async () => {
    const other = await openStores({ name });
    const [here, there]: [AdapterChange[], AdapterChange[]] = [[], []];
    const deaf = store.onChange((change) => here.push(change));
    other.adapters.onChange((change) => there.push(change));
    await store.put(sampleAdapter(1));
    await store.rename(id, 'Other');
    await store.remove(id);
    const all: AdapterChange[] = [
      { kind: 'put', adapters: [sampleAdapter(1)] },
      { kind: 'put', adapters: [sampleAdapter(1, { name: 'Other' })] },
      { kind: 'removed', ids: [id] },
    ];
    expect(here).toEqual(all);
    await expect.poll(() => there).toEqual(all);
    deaf();
    await store.put(sampleAdapter(2));
    expect(here).toEqual(all);
    other.close();
  });
});

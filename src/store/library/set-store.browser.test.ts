import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { sampleSet } from '../../domain/testing/sample-set.ts';
import { openStores, type Stores } from '../stores.ts';
import type { SetChange, SetStore } from './set-store.ts';

let name: string;
let stores: Stores;
let store: SetStore;

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  stores = await openStores({ name });
  store = stores.sets;
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

const { id } = sampleSet(1);
const none = sampleSet(99).id;
const whole = (i: number) => ({ set: sampleSet(i), content: { kind: 'questions', number: i } });

describe('sets', () => {
  it('come back as they were stored, the newest first, their content apart', async () => {
    for (const i of [1, 3, 2]) await store.put(whole(i));
    expect(await store.list()).toEqual([3, 2, 1].map((i) => sampleSet(i)));
    expect(await store.get(id)).toEqual(sampleSet(1));
    expect(await store.content(id)).toEqual(whole(1).content);
    expect([await store.get(none), await store.content(none)]).toEqual([undefined, undefined]);
  });

  it('are renamed, and told where they are from; their content stays', async () => {
    await store.put(whole(1));
    await store.change(id, { name: 'Other', licence: 'CC BY 4.0', source: null });
    expect(await store.get(id)).toEqual(
      sampleSet(1, { name: 'Other', licence: 'CC BY 4.0', source: null }),
    );
    expect(await store.content(id)).toEqual(whole(1).content);
    expect((await problemOf(store.change(id, { name: '' }))).message).toContain('name');
    const gone = await problemOf(store.change(none, { name: 'Other' }));
    expect(gone.message).toContain('no longer stored');
  });

  it('are removed with their content, and brought back', async () => {
    for (const i of [1, 2]) await store.put(whole(i));
    const removed = await store.remove(id);
    expect(removed).toEqual(whole(1));
    expect(await store.list()).toEqual([sampleSet(2)]);
    expect(await store.content(id)).toBeUndefined();
    expect(await store.remove(id)).toBeNull();
    if (removed) await store.put(removed);
    expect(await store.content(id)).toEqual(whole(1).content);
  });

  it('that do not fit are refused by field, or left out and told', async () => {
    const wrong = { ...sampleSet(1), count: -1 };
    const refused = await problemOf(store.put({ set: wrong, content: {} }));
    expect(refused.message).toContain(`set ${id}.count`);
    expect(await store.content(id)).toBeUndefined();
    await store.put(whole(2));
    const database = await openDB(name);
    await database.put('sets', wrong);
    database.close();
    const told: string[] = [];
    store.onProblem(({ message }) => told.push(message));
    expect(await store.list()).toEqual([sampleSet(2)]);
    expect((await problemOf(store.get(id))).code).toBe('file-damaged');
    expect(await store.remove(id)).toBeNull();
    expect(told).toEqual(Array(2).fill(expect.stringMatching(/saved set 0101.*count/)));
  });
});

it('changes are heard in every tab', async () => {
  const other = await openStores({ name });
  const there: SetChange[] = [];
  other.sets.onChange((change) => there.push(change));
  await store.put(whole(1));
  await store.change(id, { name: 'Other' });
  await store.remove(id);
  await expect
    .poll(() => there)
    .toEqual([
      { kind: 'put', sets: [sampleSet(1)] },
      { kind: 'put', sets: [sampleSet(1, { name: 'Other' })] },
      { kind: 'removed', ids: [id] },
    ]);
  other.close();
});

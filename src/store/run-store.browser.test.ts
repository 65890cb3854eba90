import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../domain/testing/problem-of.ts';
import { sampleRun, sampleRuns } from '../domain/testing/sample-run.ts';
import type { RunChange, RunStore } from './run-store.ts';
import { openStores, type Stores } from './stores.ts';

let name: string;
let stores: Stores;
let store: RunStore;

const visit = async () => {
  stores = await openStores({ name });
  store = stores.runs;
};

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  await visit();
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

describe('runs', () => {
  it('come back as they were stored', async () => {
    const run = sampleRun(7, { tags: ['water'], notes: 'a note', rating: 9 });
    await store.add([run]);
    expect(await store.get('run-7')).toEqual(run);
    expect(await store.get('run-8')).toBeUndefined();
    expect(await store.count()).toBe(1);
  });

  it('are still there for the next visit', async () => {
    await store.add(sampleRuns(3));
    stores.close();
    await visit();
    expect(await store.count()).toBe(3);
  });

  it('are listed newest first, light, whatever order they came in', async () => {
    const runs = sampleRuns(5);
    await store.add([2, 0, 4, 1, 3].flatMap((i) => runs[i] ?? []));
    const summaries = await store.summaries();
    expect(summaries.map(({ id }) => id)).toEqual(['run-4', 'run-3', 'run-2', 'run-1', 'run-0']);
    expect(summaries[0]).not.toHaveProperty('prompt');
    expect(summaries[0]).toMatchObject({ arm: 'Base + demonstrations', tokens: 4, rating: null });
  });

  it('come in the order asked for; ids that are not stored are passed over', async () => {
    await store.add(sampleRuns(4));
    const runs = await store.getMany(['run-3', 'none', 'run-0']);
    expect(runs.map(({ id }) => id)).toEqual(['run-3', 'run-0']);
  });

  it('ten thousand are added, listed and removed', async () => {
    const runs = sampleRuns(10_000);
    await store.add(runs);
    const progress: number[] = [];
    const summaries = await store.summaries((count) => progress.push(count));
    expect(summaries.map(({ id }) => id)).toEqual(runs.map(({ id }) => id).reverse());
    expect(progress).toEqual(Array.from({ length: 50 }, (_, i) => 200 * (i + 1)));
    const removed = await store.remove(runs.map(({ id }) => id));
    expect(removed).toHaveLength(10_000);
    expect(await store.count()).toBe(0);
    expect(await store.summaries()).toEqual([]);
  }, 60_000);
});

describe('an addition', () => {
  it('with one run that does not fit stores none, and names run and field', async () => {
    const good = sampleRun(1);
    const wrong = sampleRun(2, { decoding: { ...good.decoding, topP: 3 } });
    const problem = await problemOf(store.add([good, wrong]));
    expect(problem.code).toBe('bad-input');
    expect(problem.message).toContain('run run-2.decoding.topP');
    expect(await store.count()).toBe(0);
    expect(await store.summaries()).toEqual([]);
  });

  it('with an id that is taken stores none', async () => {
    await store.add([sampleRun(1, { notes: 'first' })]);
    const problem = await problemOf(store.add([sampleRun(0), sampleRun(1), sampleRun(2)]));
    expect(problem.code).toBe('bad-input');
    expect(await store.count()).toBe(1);
    expect(await store.summaries()).toHaveLength(1);
    expect((await store.get('run-1'))?.notes).toBe('first');
  });
});

describe('notes', () => {
  it('change their own field alone, in the run and in the list', async () => {
    await store.add([sampleRun(1, { tags: ['old'], rating: 2 })]);
    await Promise.all([
      store.annotate('run-1', { notes: 'Seen TWICE' }),
      store.annotate('run-1', { rating: 10 }),
    ]);
    const expected = { tags: ['old'], rating: 10, notes: 'Seen TWICE' };
    expect(await store.get('run-1')).toMatchObject(expected);
    const [summary] = await store.summaries();
    expect(summary).toMatchObject({ tags: ['old'], rating: 10 });
    expect(summary?.search).toContain('seen twice');
  });

  it('that do not fit change nothing', async () => {
    await store.add([sampleRun(1, { rating: 2 })]);
    const problem = await problemOf(store.annotate('run-1', { rating: 11 }));
    expect(problem.message).toContain('rating');
    expect((await store.get('run-1'))?.rating).toBe(2);
  });

  it('of a run that is gone are refused', async () => {
    expect((await problemOf(store.annotate('gone', { rating: 1 }))).message).toContain('gone');
    expect(await store.summaries()).toEqual([]);
  });
});

describe('a removal', () => {
  it('returns what it removed, so that adding undoes it', async () => {
    await store.add(sampleRuns(3));
    const before = await store.summaries();
    const removed = await store.remove(['run-0', 'run-2', 'none']);
    expect(removed.map(({ id }) => id)).toEqual(['run-0', 'run-2']);
    expect((await store.summaries()).map(({ id }) => id)).toEqual(['run-1']);
    await store.add(removed);
    expect(await store.summaries()).toEqual(before);
  });
});

describe('drafts', () => {
  it('survive a new visit', async () => {
    expect(await store.readDraft('playground')).toBeUndefined();
    await store.writeDraft('playground', { query: 'Half a questi' });
    stores.close();
    await visit();
    expect(await store.readDraft('playground')).toEqual({ query: 'Half a questi' });
  });
});

describe('changes', () => {
  it('are told here and in other tabs', async () => {
    const { runs: other, close } = await openStores({ name });
    const here: RunChange[] = [];
    const there: RunChange[] = [];
    store.onChange((change) => here.push(change));
    const stop = other.onChange((change) => there.push(change));
    await store.add([sampleRun(1)]);
    await store.annotate('run-1', { rating: 4 });
    await store.remove(['run-1']);
    await expect.poll(() => there).toHaveLength(3);
    expect(there).toEqual(here);
    expect(here.map(({ kind }) => kind)).toEqual(['put', 'put', 'removed']);
    stop();
    close();
  });
});

describe('a stored record that does not fit', () => {
  beforeEach(async () => {
    await store.add(sampleRuns(3));
    const database = await openDB(name);
    await database.put('runs', { ...sampleRun(1), rating: 'splendid' });
    const { search, ...rest } = (await store.summaries())[0] ?? { search: '' };
    await database.put('summaries', { ...rest, oldSearch: search });
    database.close();
  });

  it('is named, with its field, and left out; the others are there', async () => {
    const told: string[] = [];
    store.onProblem(({ message }) => told.push(message));
    const problem = await problemOf(store.get('run-1'));
    expect(problem.code).toBe('file-damaged');
    expect(problem.message).toContain('run-1');
    expect(problem.message).toContain('rating');
    expect(await store.getMany(['run-0', 'run-1'])).toEqual([sampleRun(0)]);
    expect((await store.summaries()).map(({ id }) => id)).toEqual(['run-1', 'run-0']);
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('run-2');
    expect(told[1]).toContain('search');
  });

  it('is told together with others like it', async () => {
    const database = await openDB(name);
    await database.put('runs', { ...sampleRun(0), turns: [] });
    database.close();
    const told: (string | undefined)[] = [];
    store.onProblem(({ message, detail }) => told.push(message, detail));
    expect(await store.getMany(['run-0', 'run-1', 'run-2'])).toEqual([sampleRun(2)]);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('2 saved runs');
    expect(told[1]).toMatch(/run-0.*turns[^]*run-1.*rating/);
  });

  it('is not deleted by reading', async () => {
    await store.summaries();
    expect(await store.count()).toBe(3);
  });
});

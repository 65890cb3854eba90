import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { problemOf } from '../domain/testing/problem-of.ts';
import { sampleSet } from '../domain/testing/sample-set.ts';
import { sampleAdapter } from '../domain/testing/sample-adapter.ts';
import { sampleCell, sampleExperiment } from '../domain/testing/sample-experiment.ts';
import { sampleRun, sampleRuns } from '../domain/testing/sample-run.ts';
import { migrations, type LabSchema, type Migration } from './schema.ts';
import { openStores, type Stores } from './stores.ts';
import { summaryOf } from './summary.ts';

let name: string;
const open: Stores[] = [];
const tab = async (steps?: readonly Migration[]) => {
  const stores = await openStores({ name, ...(steps && { migrations: steps }) });
  open.push(stores);
  return stores;
};

beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
});

afterEach(async () => {
  for (const stores of open.splice(0)) stores.close();
  await deleteDB(name);
});

/** One more version for these tests: every run gets one more tag. */
const tagAll: Migration = async (_database, transaction) => {
  let cursor = await transaction.objectStore('runs').openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const run = cursor.value as ReturnType<typeof sampleRun>;
    await cursor.update({ ...run, tags: [...run.tags, 'migrated'] });
  }
};

/** A database as the first version of the lab left it. */
async function firstVersion() {
  const database = await openDB<LabSchema>(name, 1, {
    upgrade: (db, _from, _to, transaction) => void migrations[0]?.(db, transaction),
  });
  await database.put('runs', sampleRun(1, { notes: 'from before' }));
  await database.put('summaries', summaryOf(sampleRun(1)));
  await database.put('drafts', { query: 'Half a questi' }, 'playground');
  return database;
}

describe('migrations', () => {
  it('to version 2 keep runs and drafts, and make room for experiments', async () => {
    const database = await firstVersion();
    expect([...database.objectStoreNames]).toEqual(['drafts', 'runs', 'summaries']);
    database.close();
    const { runs, experiments } = await tab();
    expect((await runs.get('run-1'))?.notes).toBe('from before');
    expect(await runs.summaries()).toEqual([summaryOf(sampleRun(1))]);
    expect(await runs.readDraft('playground')).toEqual({ query: 'Half a questi' });
    expect(await experiments.list()).toEqual([]);
    await experiments.put(sampleExperiment());
    await experiments.addCell(sampleCell(1));
    expect((await experiments.cellStates([sampleCell(1).key])).size).toBe(1);
  });

  it('to version 3 keep all that was there, and make room for adapters', async () => {
    const before = await tab(migrations.slice(0, 2));
    await before.runs.add([sampleRun(1)]);
    await before.experiments.put(sampleExperiment());
    await before.experiments.addCell(sampleCell(1));
    before.close();
    const { runs, experiments, adapters } = await tab();
    expect(await runs.get('run-1')).toEqual(sampleRun(1));
    expect(await experiments.list()).toEqual([sampleExperiment()]);
    expect((await experiments.cellStates([sampleCell(1).key])).size).toBe(1);
    expect(await adapters.list()).toEqual([]);
    await adapters.put(sampleAdapter());
    expect(await adapters.list()).toEqual([sampleAdapter()]);
  });

  it('to version 4 keep all that was there, and make room for imported sets', async () => {
    const before = await tab(migrations.slice(0, 3));
    await before.adapters.put(sampleAdapter(1));
    before.close();
    const { adapters, sets } = await tab();
    expect(await adapters.list()).toEqual([sampleAdapter(1)]);
    expect(await sets.list()).toEqual([]);
    await sets.put({ set: sampleSet(1), content: { kind: 'questions' } });
    expect(await sets.list()).toEqual([sampleSet(1)]);
  });

  it('carry the records of an older version over', async () => {
    const old = await tab();
    await old.runs.add(sampleRuns(3));
    old.close();
    const { runs } = await tab([...migrations, tagAll]);
    expect((await runs.get('run-2'))?.tags).toEqual(['migrated']);
    expect(await runs.count()).toBe(3);
  });

  it('run once each, in order, from wherever the reader is', async () => {
    const steps: string[] = [];
    const step =
      (label: string): Migration =>
      () =>
        void steps.push(label);
    (await tab([...migrations, step('a')])).close();
    (await tab([...migrations, step('a'), step('b'), step('c')])).close();
    await tab([...migrations, step('a'), step('b'), step('c')]);
    expect(steps).toEqual(['a', 'b', 'c']);
  });

  it('that fail leave the older version as it was', async () => {
    const old = await tab();
    await old.runs.add([sampleRun(1)]);
    old.close();
    const fail: Migration = async (database, transaction) => {
      await tagAll(database, transaction);
      throw new Error('the migration stumbled');
    };
    const problem = await problemOf(tab([...migrations, fail]));
    expect(problem.code).toBe('storage-failed');
    expect(problem.detail).toContain('the migration stumbled');
    expect((await (await tab()).runs.get('run-1'))?.tags).toEqual([]);
  });
});

describe('several tabs', () => {
  it('an older tab lets a newer one go on, and is told to reload', async () => {
    const old = await tab();
    await old.runs.add([sampleRun(1)]);
    const newer = await tab([...migrations, tagAll]);
    expect((await newer.runs.get('run-1'))?.tags).toEqual(['migrated']);
    const problem = await problemOf(old.runs.count());
    expect(problem.code).toBe('storage-failed');
    expect(problem.remedy).toContain('Reload');
  });

  it('a tab that does not let go is named; once it is closed the store works', async () => {
    (await tab()).close();
    const stubborn = await openDB(name); // has no `blocking` handler: it stays open
    const { runs: store } = await tab([...migrations, tagAll]);
    const resets: string[] = [];
    store.onChange(({ kind }) => resets.push(kind));
    const problem = await problemOf(store.count());
    expect(problem.code).toBe('storage-blocked');
    expect(problem.remedy).toContain('Close the other tabs');
    stubborn.close();
    await expect.poll(() => resets).toEqual(['reset']);
    await store.add([sampleRun(1)]);
    expect(await store.count()).toBe(1);
  });
});

describe('a browser that closes the database', () => {
  it('is survived: the store opens it again on the next use', async () => {
    const { runs: store, experiments } = await tab();
    await store.add([sampleRun(1)]);
    const resets: string[] = [];
    store.onChange(({ kind }) => resets.push(kind));
    experiments.onChange(({ kind }) => resets.push(`experiments ${kind}`));
    await cdp().send('Storage.clearDataForOrigin', {
      origin: location.origin,
      storageTypes: 'indexeddb',
    });
    await expect.poll(() => resets).toEqual(['reset', 'experiments reset']);
    await store.add([sampleRun(2)]);
    expect(await store.count()).toBe(1);
  });
});

describe('a browser without storage', () => {
  it('is told', async () => {
    const { indexedDB } = globalThis;
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
    try {
      const problem = await problemOf(openStores({ name }));
      expect(problem.code).toBe('storage-failed');
      expect(problem.remedy).toContain('private');
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true });
    }
  });
});

import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { problemOf } from '../domain/testing/problem-of.ts';
import { sampleRun, sampleRuns } from '../domain/testing/sample-run.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { migrations, type Migration } from './schema.ts';

let name: string;
const open: RunStore[] = [];
const tab = async (steps?: readonly Migration[]) => {
  const store = await openRunStore({ name, ...(steps && { migrations: steps }) });
  open.push(store);
  return store;
};

beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
});

afterEach(async () => {
  for (const store of open.splice(0)) store.close();
  await deleteDB(name);
});

/** A second version for these tests: every run gets one more tag. */
const tagAll: Migration = async (_database, transaction) => {
  let cursor = await transaction.objectStore('runs').openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    const run = cursor.value as ReturnType<typeof sampleRun>;
    await cursor.update({ ...run, tags: [...run.tags, 'migrated'] });
  }
};

describe('migrations', () => {
  it('carry the records of an older version over', async () => {
    const old = await tab();
    await old.add(sampleRuns(3));
    old.close();
    const store = await tab([...migrations, tagAll]);
    expect((await store.get('run-2'))?.tags).toEqual(['migrated']);
    expect(await store.count()).toBe(3);
  });

  it('run once each, in order, from wherever the reader is', async () => {
    const steps: string[] = [];
    const step =
      (label: string): Migration =>
      () =>
        void steps.push(label);
    (await tab([...migrations, step('2')])).close();
    (await tab([...migrations, step('2'), step('3'), step('4')])).close();
    await tab([...migrations, step('2'), step('3'), step('4')]);
    expect(steps).toEqual(['2', '3', '4']);
  });

  it('that fail leave the older version as it was', async () => {
    const old = await tab();
    await old.add([sampleRun(1)]);
    old.close();
    const fail: Migration = async (database, transaction) => {
      await tagAll(database, transaction);
      throw new Error('the migration stumbled');
    };
    const problem = await problemOf(tab([...migrations, fail]));
    expect(problem.code).toBe('storage-failed');
    expect(problem.detail).toContain('the migration stumbled');
    expect((await (await tab()).get('run-1'))?.tags).toEqual([]);
  });
});

describe('several tabs', () => {
  it('an older tab lets a newer one go on, and is told to reload', async () => {
    const old = await tab();
    await old.add([sampleRun(1)]);
    const newer = await tab([...migrations, tagAll]);
    expect((await newer.get('run-1'))?.tags).toEqual(['migrated']);
    const problem = await problemOf(old.count());
    expect(problem.code).toBe('storage-failed');
    expect(problem.remedy).toContain('Reload');
  });

  it('a tab that does not let go is named; once it is closed the store works', async () => {
    (await tab()).close();
    const stubborn = await openDB(name); // has no `blocking` handler: it stays open
    const store = await tab([...migrations, tagAll]);
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
    const store = await tab();
    await store.add([sampleRun(1)]);
    const resets: string[] = [];
    store.onChange(({ kind }) => resets.push(kind));
    await cdp().send('Storage.clearDataForOrigin', {
      origin: location.origin,
      storageTypes: 'indexeddb',
    });
    await expect.poll(() => resets).toContain('reset');
    await store.add([sampleRun(2)]);
    expect(await store.count()).toBe(1);
  });
});

describe('a browser without storage', () => {
  it('is told', async () => {
    const { indexedDB } = globalThis;
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
    try {
      const problem = await problemOf(openRunStore({ name }));
      expect(problem.code).toBe('storage-failed');
      expect(problem.remedy).toContain('private');
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true });
    }
  });
});

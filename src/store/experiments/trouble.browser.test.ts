import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { Problem } from '../../domain/problem.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import {
  sampleCell,
  sampleExperiment,
  sampleKey,
  sampleRecipe,
} from '../../domain/testing/sample-experiment.ts';
import { openStores, type Stores } from '../stores.ts';

let name: string;
let stores: Stores;
const grant = (quotaSize?: number) =>
  cdp().send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
});

afterEach(async () => {
  await grant();
  stores.close();
  await deleteDB(name);
});

/** A cell that does not shrink when it is stored. */
function largeCell(index: number) {
  const text = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join(' ');
  return sampleCell(index, { generation: { ...sampleCell(0).generation, text } });
}

it('a full disk is told; neither cell nor text is there, and what was there still is', async () => {
  await grant(300_000);
  stores = await openStores({ name });
  const store = stores.experiments;
  await store.addCell(sampleCell(0));
  let problem: Problem | undefined;
  // Chromium goes by what it knows of the quota for up to 30 seconds, so the disk fills with delay.
  for (let i = 1; !problem; i++) {
    await store.addCell(largeCell(i), sampleRecipe).catch((thrown: unknown) => {
      problem = Problem.from(thrown);
    });
    const keys = [sampleKey(i)];
    const found = [(await store.cells(keys)).size, (await store.texts([sampleRecipe.hash])).size];
    expect(found).toEqual(problem ? [0, i > 1 ? 1 : 0] : [1, 1]);
    if (!problem) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(problem.code).toBe('storage-full');
  expect(problem.remedy).toMatch(/export.*delete/s);
  expect((await store.cells([sampleKey(0)])).get(sampleKey(0))).toEqual(sampleCell(0));
}, 90_000);

it('a closed store says so', async () => {
  stores = await openStores({ name });
  stores.close();
  const problem = await problemOf(stores.experiments.addCell(sampleCell(0)));
  expect(problem.code).toBe('storage-failed');
  expect(problem.remedy).toContain('Reload');
});

it('a database that the browser closes is opened again; the cell is stored once', async () => {
  stores = await openStores({ name });
  const store = stores.experiments;
  await store.addCell(sampleCell(0));
  const resets: string[] = [];
  store.onChange(({ kind }) => resets.push(kind));
  await cdp().send('Storage.clearDataForOrigin', {
    origin: location.origin,
    storageTypes: 'indexeddb',
  });
  await expect.poll(() => resets).toContain('reset');
  expect(await store.addCell(sampleCell(0))).toBe('added');
  expect(await store.cellStates([sampleKey(0), sampleKey(1)])).toEqual(
    new Map([[sampleKey(0), 'done']]),
  );
});

it('a log that may be torn is retired where an experiment was running, and leaves no trace', async () => {
  stores = await openStores({ name });
  await stores.runs.writeDraft('playground', 'half a questi');
  await stores.experiments.put(sampleExperiment(0, { state: 'running' }));
  stores.close();
  stores = await openStores({ name });
  expect(await stores.experiments.list()).toHaveLength(1);
  const database = await openDB(name);
  expect(await database.getAllKeys('drafts')).toEqual(['playground']);
  database.close();
});

import { deleteDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { Problem } from '../domain/problem.ts';
import { sampleRun, sampleRuns } from '../domain/testing/sample-run.ts';
import type { RunStore } from './run-store.ts';
import { openStores } from './stores.ts';

const name = `test-${crypto.randomUUID()}`;
const grant = (quotaSize?: number) =>
  cdp().send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });

afterEach(async () => {
  await grant();
  await deleteDB(name);
});

/** Chromium goes by what it knows of the quota for up to 30 seconds, so the disk fills with delay. */
async function addUntilFull(store: RunStore, runs: ReturnType<typeof sampleRuns>) {
  for (;;) {
    try {
      await store.add(runs);
    } catch (thrown) {
      return Problem.from(thrown);
    }
    await store.remove(runs.map(({ id }) => id));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

it('a full disk is told, with what to do; nothing is half-written, nothing is lost', async () => {
  await grant(500_000);
  const stores = await openStores({ name });
  const store = stores.runs;
  await store.add([sampleRun(0, { notes: 'kept' })]);
  const large = sampleRuns(40).slice(1);
  for (const run of large) {
    run.notes = Array.from({ length: 5_000 }, () => Math.random().toString(36)).join(' ');
  }

  const problem = await addUntilFull(store, large);
  expect(problem.code).toBe('storage-full');
  expect(problem.remedy).toMatch(/export.*delete/s);
  expect(await store.count()).toBe(1);
  expect(await store.summaries()).toHaveLength(1);
  expect((await store.get('run-0'))?.notes).toBe('kept');

  await grant();
  await store.add(large);
  expect(await store.count()).toBe(40);
  stores.close();
}, 90_000);

import type { Page } from '@playwright/test';
import type { Cell } from '../../src/domain/cell.ts';
import type { ExperimentDocument } from '../../src/experiments/document/document.ts';
import { newExperiment } from '../../src/experiments/run/new-experiment.ts';
import { seedExperiment } from './finished-experiment.ts';
import { expect } from './test.ts';

/** The lab's database, from inside the page: it is there once the page shows what is stored. */
async function inStore<Input, Output>(
  page: Page,
  work: (database: IDBDatabase, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  const made = `(async (input) => {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('incontext-lab');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    try { return await (${work.toString()})(database, input); } finally { database.close(); }
  })(${JSON.stringify(input)})`;
  return (await page.evaluate(made)) as Output;
}

/** Stores an experiment that has not begun, and opens its page. Returns its id. */
export async function openExperiment(page: Page, document: ExperimentDocument): Promise<string> {
  await page.goto('#/runs');
  await expect(page.getByText('0 runs', { exact: true })).toBeVisible();
  const record = newExperiment(document);
  await seedExperiment(page, { record, rounds: [], cells: [] });
  await page.goto(`#/experiments/${record.id}`);
  await expect(page.getByRole('heading', { level: 1, name: document.title })).toBeVisible();
  return record.id;
}

/** How many cells are stored, of all experiments. */
export const storedCells = (page: Page): Promise<number> =>
  inStore(
    page,
    (database) =>
      new Promise((resolve) => {
        const counting = database.transaction('cells').objectStore('cells').count();
        counting.onsuccess = () => resolve(counting.result);
      }),
    null,
  );

/** Puts a failure in the place of one stored cell, as a crash of the device would have left it. */
export const failOneCell = (page: Page): Promise<void> =>
  inStore(
    page,
    (database, problem) =>
      new Promise((resolve) => {
        const cells = database.transaction('cells', 'readwrite').objectStore('cells');
        const first = cells.openCursor();
        first.onsuccess = () => {
          const { key } = first.result?.value as Cell;
          const createdAt = new Date().toISOString();
          const failed: Cell = { schema: 1, kind: 'failed', key, createdAt, problem };
          cells.put(failed).onsuccess = () => resolve();
        };
      }),
    { code: 'device-failed', message: 'The device stopped.', remedy: 'Try again.' },
  );

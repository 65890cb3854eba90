import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { sampleCell, sampleExperiment } from '../src/domain/testing/sample-experiment.ts';
import { browserPath, plainFlags } from '../tools/browser.ts';
import { expect, test } from './parts/test.ts';

/** One visit to the lab by a reader whose profile stays. */
async function visit<T>(
  profile: string,
  address: string | undefined,
  act: (page: Page) => Promise<T>,
) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    args: plainFlags,
  });
  try {
    const page = await context.newPage();
    await page.goto(`${address}#/runs`);
    await expect(page.getByText('0 runs', { exact: true })).toBeVisible();
    return await act(page);
  } finally {
    await context.close();
  }
}

interface Records {
  experiments?: unknown[];
  cells?: unknown[];
}

/** Puts records into the lab's database, and counts all cells. */
const putAndCount = ({ experiments = [], cells = [] }: Records) =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('incontext-lab');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['experiments', 'cells'], 'readwrite');
      for (const record of experiments) transaction.objectStore('experiments').put(record);
      for (const record of cells) transaction.objectStore('cells').put(record);
      const counting = transaction.objectStore('cells').count();
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => resolve(counting.result);
    };
  });

/** The log that the browser's database (LevelDB) writes to. */
function logOf(profile: string): string {
  const folder = join(profile, 'Default', 'IndexedDB');
  const [database = ''] = readdirSync(folder).filter((name) => name.endsWith('.leveldb'));
  const [log = ''] = readdirSync(join(folder, database)).filter((name) => name.endsWith('.log'));
  return join(folder, database, log);
}

/** What a browser leaves that is killed while it writes: a record of 2,000 bytes, cut off after 100. */
function tear(log: string): void {
  const record = Buffer.alloc(7 + 100);
  record.writeUInt16LE(2_000, 4); // after the checksum: length, then the type "whole record"
  record[6] = 1;
  appendFileSync(log, record);
}

test('cells outlive a browser that was killed in the middle of writing, and the visits after it', async ({
  baseURL,
}) => {
  const profile = test.info().outputPath('profile');
  const cells = Array.from({ length: 100 }, (_, i) => sampleCell(i));
  const running = sampleExperiment(0, { state: 'running' });
  await visit(profile, baseURL, (page) =>
    page.evaluate(putAndCount, { experiments: [running], cells }),
  );
  const log = logOf(profile);
  tear(log);
  const second = await visit(profile, baseURL, async (page) => {
    await expect.poll(() => existsSync(log)).toBe(false);
    return page.evaluate(putAndCount, { cells: [sampleCell(100)] });
  });
  expect(second).toBe(101);
  const third = await visit(profile, baseURL, (page) => page.evaluate(putAndCount, {}));
  expect(third).toBe(101);
});

import type { Page, Worker } from '@playwright/test';
import { browserPath, plainFlags } from '../tools/browser.ts';
import { manyRuns } from './engine-page/many-runs.ts';
import { expect, load, test, workerOf } from './engine-page/test.ts';

/** Lets a script ask for the collector. */
const collecting = '--js-flags=--expose-gc';
test.use({ launchOptions: { executablePath: browserPath(), args: [...plainFlags, collecting] } });

/** So much may come and go in the heaps of page and worker. */
const margin = 2 ** 20;

const collect = () => (globalThis as typeof globalThis & { gc: () => void }).gc();

/** Bytes that the page and its worker hold, wasm included, and nothing that the collector would take. */
async function measure(page: Page, worker: Worker): Promise<number> {
  let known = false;
  const measured = page
    .evaluate(async () => {
      const able = performance as Performance & {
        measureUserAgentSpecificMemory: () => Promise<{ bytes: number }>;
      };
      const { bytes } = await able.measureUserAgentSpecificMemory();
      return bytes;
    })
    .finally(() => (known = true));
  // the browser measures when each has collected; by itself that takes a minute
  while (!known) {
    await page.evaluate(collect);
    await worker.evaluate(collect);
    await page.waitForTimeout(100);
  }
  return measured;
}

test('memory on the CPU is after a thousand runs what it was after 200 @long', async ({ page }) => {
  await page.goto('');
  const worker = await workerOf(page);
  // the runtime's other threads listen to nobody while they wait for work: the browser could not ask them
  await worker.evaluate(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 });
  });
  const { device } = await load(page, 'wasm', 'fp32', 'shared-prefix', 'lab-base-2m');
  expect(device).toMatchObject({ threads: 1, path: { kind: 'shared-prefix' } });
  await manyRuns(page, 20, 10);
  const before = await measure(page, worker);
  await manyRuns(page, 20, 40);
  const after = await measure(page, worker);
  expect(after - before).toBeLessThan(margin);
});

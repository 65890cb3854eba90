import type { Bench } from './bench.ts';
import { costOf, inWords, ms } from './tasks.ts';

const count = 20_000;
const single = 1_000;

/** The store of cells: one by one as they are finished, and all of a large experiment. */
export async function benchCells({ address, newPage, log }: Bench): Promise<void> {
  const page = await newPage();
  await page.goto(`${address}stores/`);
  log(`\nThe store of cells`);
  await page.evaluate((n) => window.storeBench.cells.prepare(n), count);
  const each = await page.evaluate((n) => window.storeBench.cells.oneByOne(n), single);
  log(`  ${single} one by one: ${ms(each)} each`);
  for (const step of ['add', 'states', 'read'] as const) {
    const work = () => page.evaluate((what) => window.storeBench.cells[what](), step);
    log(`  ${step} ${count.toLocaleString('en')}: ${inWords(await costOf(page, work))}`);
  }
}

import type { Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import { costOf, inWords, ms } from './tasks.ts';

const count = 100_000;
const rounds = 15;

/** Opens the list in the lab, and searches and filters it. */
async function openAndFilter(page: Page, address: string, log: Bench['log']): Promise<void> {
  const open = async () => {
    await page.goto(`${address}#/runs`);
    await page.getByText(`${count.toLocaleString('en')} runs`, { exact: true }).waitFor();
  };
  log(`  opened: ${inWords(await costOf(page, open))}`);
  await page.waitForTimeout(5_000); // the search is made ready, the model loads
  const search = page.getByRole('searchbox', { name: 'Search runs' });
  const shown = page.getByText(/ of 100,000 runs$/);
  for (const text of ['w', 'wa', 'water', 'water "question 4321', 'stone "sea level"', '']) {
    const cost = await costOf(page, () => search.fill(text));
    const found = text === '' ? 'all' : await shown.textContent();
    log(`  search ${text === '' ? 'cleared' : text} (${found}): ${inWords(cost)}`);
  }
  for (const name of ['Arm', 'Rating', 'When']) {
    const choose = () => page.getByLabel(name).selectOption({ index: 1 });
    log(`  filter by ${name}: ${inWords(await costOf(page, choose))}`);
  }
}

/** The list of runs with 100,000 of them: the filter by itself, and the page as a reader has it. */
export async function benchRuns({ address, newPage, log }: Bench): Promise<void> {
  const page = await newPage();
  await page.goto(`${address}stores/`);
  log(`\nFilters of ${count.toLocaleString('en')} runs, by the clock (n = ${rounds})`);
  const times = await page.evaluate(([runs, n]) => window.storeBench.timeFilters(runs, n), [
    count,
    rounds,
  ] as const);
  for (const { what, found, plain, ours } of times) {
    const each = (name: string, { median, most }: { median: number; most: number }) =>
      `${name} median ${ms(median)}, most ${ms(most)}`;
    const ratio = `x ${(plain.median / ours.median).toFixed(1)}`;
    log(
      `  ${what.padEnd(24)} ${each('run by run', plain)}; ${each('as in the list', ours)}; ${ratio}; ${found} found`,
    );
  }
  log(`\nThe list of ${count.toLocaleString('en')} runs in the lab`);
  await page.evaluate((runs) => window.storeBench.seedRuns(runs), count);
  await page.close();
  await openAndFilter(await newPage(), address, log);
}

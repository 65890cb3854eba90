import type { Page } from '@playwright/test';
import type { Bench } from './bench.ts';
import { costOf, inWords } from './tasks.ts';

/** How long is looked on while the page goes on by itself, in milliseconds. */
const aWhile = 8_000;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** The list of transcripts as a reader uses it. */
function* readings(page: Page): Generator<[what: string, work: () => Promise<unknown>]> {
  const search = page.getByRole('searchbox', { name: 'Search transcripts' });
  yield ['search “7”', () => search.fill('7')];
  yield ['search “77 water”', () => search.fill('77 water')];
  yield ['search cleared', () => search.fill('')];
  yield ['longest first', () => page.getByLabel('Order').selectOption('longest')];
  const rows = page.getByRole('grid', { name: 'Transcripts' }).getByRole('row');
  yield [
    'to the last row',
    async () => {
      await rows.nth(1).focus();
      await page.keyboard.press('End');
    },
  ];
  yield [
    'a transcript opened',
    async () => {
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('The exact prompt').waitFor();
    },
  ];
}

/** An experiment of 20,000 cells: planned, begun, stopped, and read when it is finished. */
export async function benchSession({ address, newPage, log }: Bench): Promise<void> {
  const page = await newPage();
  await page.goto(`${address}stores/`);
  const id = await page.evaluate(() => window.storeBench.storeLarge());
  const lab = `${address}#/experiments`;
  const step = async (what: string, work: () => Promise<unknown>) =>
    log(`  ${what}: ${inWords(await costOf(page, work))}`);
  await page.goto(lab);
  await page.getByText('tokens of context').waitFor();
  log('\nThe page of an experiment of 20,000 cells');
  const start = button(page, 'Start');
  await step('planned', async () => {
    await page.goto(`${lab}/${id}`);
    await page.waitForFunction(
      (it) => it instanceof HTMLButtonElement && !it.disabled,
      await start.elementHandle(),
    );
  });
  await step('begun', async () => {
    await start.click();
    await page.getByText(/^Asking/).waitFor();
  });
  await step('running', () => page.waitForTimeout(aWhile));
  await step('paused', async () => {
    await button(page, 'Pause').click();
    await heading(page, 'Paused').waitFor();
  });
  await page.goto(`${address}stores/`);
  const cells = await page.evaluate((it) => window.storeBench.answerAll(it), id);
  if (cells !== 20_000) throw new Error(`${cells} cells`);
  await page.goto(lab);
  await page.getByText('tokens of context').waitFor();
  await step('opened', async () => {
    await page.goto(`${lab}/${id}`);
    await page.getByText('20,000 transcripts').waitFor();
    await page.waitForTimeout(aWhile);
  });
  for (const [what, work] of readings(page)) await step(what, work);
  await page.close();
}

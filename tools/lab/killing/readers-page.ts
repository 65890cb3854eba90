import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { ExperimentDocument } from '../../../src/experiments/document/document.ts';
import { ensureBrowser, plainFlags } from '../../browser.ts';
import type { Victim } from './survive.ts';

const patience = { timeout: 120_000 };
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A reader's browser whose profile, and with it the lab's database, outlives it. The page is the one that
 * readers use: what is begun in it is begun by its buttons.
 */
export class ReadersBrowser {
  readonly #profile: string;
  readonly #address: string;
  #context: BrowserContext | null = null;
  /** The page of the experiment, once it has begun. */
  #place: string | null = null;

  constructor(profile: string, address: string) {
    this.#profile = profile;
    this.#address = address;
  }

  async #open(): Promise<Page> {
    const alive = this.#context?.browser()?.isConnected() ?? false;
    if (!alive)
      this.#context = await chromium.launchPersistentContext(this.#profile, {
        executablePath: ensureBrowser(),
        args: plainFlags,
      });
    return (this.#context as BrowserContext).newPage();
  }

  /** Gives the document to the page as a file and starts it, or goes on where the run was cut off. */
  async begin(document: ExperimentDocument): Promise<Victim> {
    const page = await this.#open();
    if (this.#place === null) this.#place = await beginAnew(page, this.#address, document);
    else await goOn(page, this.#place);
    const browser = (this.#context as BrowserContext).browser();
    if (!browser) throw new RangeError('a context without a browser');
    const watched = watch(page);
    return {
      page,
      browser,
      ...watched,
      close: () => page.close().catch(() => undefined),
    };
  }

  /** Every stored cell as a line, in the order of keys. */
  async lines(): Promise<string[]> {
    const page = await this.#open();
    await page.goto(`${this.#address}#/runs`);
    await page.getByRole('heading', { level: 1 }).waitFor(patience);
    const cells = await page.evaluate(
      () =>
        new Promise<unknown[]>((resolve, reject) => {
          const opening = indexedDB.open('incontext-lab');
          opening.onerror = () => reject(opening.error ?? new Error('cannot be opened'));
          opening.onsuccess = () => {
            const all = opening.result.transaction('cells').objectStore('cells').getAll();
            all.onerror = () => reject(all.error ?? new Error('cannot be read'));
            all.onsuccess = () => resolve(all.result as unknown[]);
          };
        }),
    );
    await page.close();
    return cells.map((cell) => JSON.stringify(cell));
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
  }
}

/** @returns the address of the experiment's page */
async function beginAnew(
  page: Page,
  address: string,
  document: ExperimentDocument,
): Promise<string> {
  await page.goto(`${address}#/experiments`);
  await page.getByLabel('Experiment document').setInputFiles({
    name: 'kill-test.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(document)),
  });
  await page.getByRole('button', { name: /^Start/ }).click(patience);
  // its own page, with what it will take, and the button that begins
  await page.getByRole('heading', { name: 'Before it starts', exact: true }).waitFor(patience);
  await page.getByRole('button', { name: 'Start', exact: true }).click(patience);
  await page.getByRole('heading', { name: 'Running', exact: true }).waitFor(patience);
  return page.url();
}

async function goOn(page: Page, place: string): Promise<void> {
  await page.goto(place);
  const resume = page.getByRole('button', { name: 'Resume', exact: true });
  const finished = page.getByRole('heading', { name: 'Finished', exact: true });
  await resume.or(finished).first().waitFor(patience);
  if (await resume.isVisible()) await resume.click(patience);
}

/** Looks at a page until its run stands still, as a reader would. */
function watch(page: Page): Pick<Victim, 'kept' | 'ended'> {
  let cells = 0;
  const bar = page.getByRole('progressbar', { name: 'Cells', exact: true });
  const look = async (): Promise<boolean | null> => {
    cells = Number(
      (await bar.getAttribute('aria-valuenow', { timeout: 1000 }).catch(() => null)) ?? cells,
    );
    const shows = (name: string) =>
      page.getByRole('heading', { name, exact: true }).first().isVisible();
    if (await shows('Finished')) return true;
    return (await shows('Paused')) ? false : null;
  };
  const ended = (async () => {
    for (;;) {
      // a page that is closed, or has crashed, cannot be looked at
      const found = await look().catch(() => false);
      if (found !== null) return found;
      await sleep(50);
    }
  })();
  return { kept: () => cells, ended };
}

import type { Browser, Page } from '@playwright/test';
import { uniform } from '../../../src/domain/draw.ts';

/** Ways in which work is cut off. */
export const deaths = ['tab closed', 'tab crashed', 'worker crashed', 'browser killed'] as const;
export type Death = (typeof deaths)[number];

/** When and how somebody dies. */
export interface Fate {
  readonly death: Death;
  /** After so many cells of the session; null: without waiting for any. */
  readonly cells: number | null;
  /** Milliseconds after that. */
  readonly delay: number;
}

/** Cells that are waited for, at most. */
const mostCells = 12;
/** Milliseconds: about what it takes to start and load, and what a block takes. */
const longest = { start: 8000, work: 2500 };

/** The fate of a number: the same for the same seed, and any moment of a run may be drawn. */
export function fateOf(seed: number, number: number): Fate {
  const draw = (what: string) => uniform(seed, `kill: ${what}`, number);
  const early = draw('early') < 0.25;
  return {
    death: deaths[Math.floor(draw('death') * deaths.length)] as Death,
    cells: early ? null : Math.floor(draw('cells') * (mostCells + 1)),
    delay: draw('delay') * (early ? longest.start : longest.work),
  };
}

/** The worker that holds the model; the runtime's own threads are its children. */
const modelWorker = (page: Page) =>
  page.workers().find((worker) => worker.url().includes('model.worker'));

/** Process id of a browser's main process. */
async function processOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new RangeError('a browser without a main process');
  return main.id;
}

/**
 * Brings death about, without a goodbye: nothing in the page gets a chance to save.
 * @returns whether there was somebody to die: a worker may not be there yet
 */
export async function bring(death: Death, page: Page, browser: Browser): Promise<boolean> {
  switch (death) {
    case 'tab closed':
      await page.close({ runBeforeUnload: false });
      return true;
    case 'tab crashed': {
      const crashed = page.waitForEvent('crash');
      const session = await page.context().newCDPSession(page);
      // the page cannot answer this any more
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
      return true;
    }
    case 'worker crashed': {
      const worker = modelWorker(page);
      await worker?.evaluate(() => {
        setTimeout(() => {
          throw new Error('killed');
        });
      });
      return worker !== undefined;
    }
    case 'browser killed': {
      const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
      process.kill(await processOf(browser), 'SIGKILL');
      await gone;
      return true;
    }
  }
}

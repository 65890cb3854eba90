import type { Browser, Page } from '@playwright/test';
import { uniform } from '../../../src/domain/draw.ts';

/** Ways in which work is cut off. */
export const deaths = ['tab closed', 'tab crashed', 'worker crashed', 'browser killed'] as const;
export type Death = (typeof deaths)[number];

/** When and how somebody dies. */
export interface Fate {
  readonly death: Death;
  /** After so many more cells. */
  readonly cells: number;
  /** Milliseconds after that. */
  readonly delay: number;
}

/** Milliseconds within which a moment may fall. */
export interface Reach {
  /** Of a session's start: what it takes to start, load and work out a part. */
  readonly start: number;
  /** Of a cell that was just kept. */
  readonly cell: number;
}

/** Cells that are waited for, at most. */
const mostCells = 3;

/**
 * The fate of a number: the same for the same seed. Most moments lie anywhere in a session; a quarter follow
 * on a cell, since cells come in swarms and whatever is written is written then.
 */
export function fateOf(seed: number, number: number, reach: Reach): Fate {
  const draw = (what: string) => uniform(seed, `kill: ${what}`, number);
  const waits = draw('waits') < 0.25;
  return {
    death: deaths[Math.floor(draw('death') * deaths.length)] as Death,
    cells: waits ? 1 + Math.floor(draw('cells') * mostCells) : 0,
    delay: draw('delay') * (waits ? reach.cell : reach.start),
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

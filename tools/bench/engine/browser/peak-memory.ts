import type { Browser } from '@playwright/test';
import { watchProcesses } from '../peak-memory.ts';

/**
 * Ids of the processes that a browser's pages and workers live in.
 * @returns none where the browser does not tell
 */
async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  } catch {
    return [];
  } finally {
    await session.detach();
  }
}

/** Watches how much memory a browser's pages hold at most: see `watchProcesses`. */
export const watchMemory = async (browser: Browser): Promise<() => number | undefined> =>
  watchProcesses(await renderers(browser));

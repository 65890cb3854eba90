import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

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

/**
 * Watches how much memory a browser's pages hold at most, as the kernel counts it (Linux only).
 * @returns tells the most since this call, in bytes; undefined where it cannot be told
 */
export async function watchMemory(browser: Browser): Promise<() => number | undefined> {
  const processes = await renderers(browser);
  try {
    // 5 sets the peak back to what is held now
    for (const id of processes) writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch {
    return () => undefined;
  }
  const peakOf = (id: number) => {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return 1024 * Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1]);
  };
  return () => {
    try {
      return processes.length > 0 ? processes.reduce((sum, id) => sum + peakOf(id), 0) : undefined;
    } catch {
      return undefined;
    }
  };
}

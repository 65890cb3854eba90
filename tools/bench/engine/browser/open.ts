import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserFlags, browserPath, plainFlags } from '../../../browser.ts';
import type { Contestant } from '../contest.ts';
import { benchModel } from '../models/specs.ts';
import { benchModelsFolder, ensureBenchModel } from '../models/write.ts';
import { ensurePeer, peerFolder } from '../peers/install.ts';
import type { GpuCounts } from './page/gpu-counts.ts';
import type { Opening } from './page/opening.ts';
import { watchMemory } from './peak-memory.ts';
import { buildBenchPage, serveFolders, type FileServer } from './serve.ts';

const pageFolder = '.cache/bench/page';
const wllama = '@wllama/wllama';

/** The page that contestants are opened in, built and served; close it after the contestants. */
export async function serveBenchPage(): Promise<FileServer> {
  await buildBenchPage(join(process.cwd(), pageFolder));
  return serveFolders([
    ['/models/', benchModelsFolder],
    ['/peers/wllama/', join(peerFolder(wllama), 'esm')],
    ['/', pageFolder],
  ]);
}

/** A contestant in a browser. */
export interface BrowserContestant extends Contestant {
  /** What it has asked of WebGPU so far; only of a contestant that was opened there. */
  counts(): Promise<GpuCounts>;
}

/**
 * Opens a contestant in a Chromium of its own: loaded, self-tested where it tests itself, ready to run.
 * The model is written and a peer installed where they are not there yet; nothing else is fetched.
 * @throws an error where it cannot be opened as asked, with the number of threads that was asked for
 */
export async function openInBrowser(
  { address }: FileServer,
  opening: Opening,
): Promise<BrowserContestant> {
  ensureBenchModel(benchModel(opening.model));
  if (opening.contestant === 'llama.cpp') ensurePeer(wllama);
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: opening.device === 'webgpu' ? browserFlags : plainFlags,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(`  ${opening.contestant}: ${message.text()}`);
    });
    await page.goto(address);
    const about = await page.evaluate((asked) => window.bench.open(asked), opening);
    return {
      name: opening.contestant,
      about,
      run: async (jobs) => {
        const peak = await watchMemory(browser);
        const outcome = await page.evaluate((list) => window.bench.run(list), [...jobs]);
        const peakBytes = peak();
        return { ...outcome, ...(peakBytes !== undefined && { peakBytes }) };
      },
      counts: () => page.evaluate(() => window.bench.counts()),
      close: () => browser.close(),
    };
  } catch (thrown) {
    await browser.close();
    throw thrown;
  }
}

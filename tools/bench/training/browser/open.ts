import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserFlags, browserPath, plainFlags } from '../../../browser.ts';
import { watchMemory } from '../../engine/browser/peak-memory.ts';
import { buildBenchPage, serveFolders, type FileServer } from '../../engine/browser/serve.ts';
import type { Contestant } from '../contest.ts';
import { peerPackages } from '../peers/peers.ts';
import type { Placement } from '../placement/placement.ts';
import { worksFolder } from '../work/prepare.ts';
import type { Opening } from './page/opening.ts';

const pageFolder = '.cache/bench/training-page';
const pageSource = join(import.meta.dirname, 'page');

/** The page that contestants are opened in, built and served; close it after the contestants. */
export async function serveTrainingPage(): Promise<FileServer> {
  await buildBenchPage(join(process.cwd(), pageFolder), pageSource);
  return serveFolders([
    ['/works/', worksFolder],
    ['/models/', 'public/models'],
    ['/peers/', peerPackages],
    ['/', pageFolder],
  ]);
}

async function openPage(
  { address }: FileServer,
  flags: readonly string[],
  name: string,
): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: [...flags] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(`  ${name}: ${message.text()}`);
    });
    await page.goto(address);
    return { browser, page };
  } catch (thrown) {
    await browser.close();
    throw thrown;
  }
}

/**
 * Opens a contestant in a Chromium of its own.
 * @throws an error where it cannot be opened as asked
 */
export async function openInBrowser(server: FileServer, opening: Opening): Promise<Contestant> {
  const { browser, page } = await openPage(server, plainFlags, opening.contestant);
  try {
    const about = await page.evaluate((asked) => window.training.open(asked), opening);
    return {
      name: opening.contestant,
      about,
      run: (steps) => page.evaluate((count) => window.training.run(count), steps),
      watch: () => watchMemory(browser),
      close: () => browser.close(),
    };
  } catch (thrown) {
    await browser.close();
    throw thrown;
  }
}

/** Where the nodes of a bundled model's training graphs lie on a software WebGPU adapter. */
export async function placeInBrowser(server: FileServer, model: string): Promise<Placement[]> {
  const { browser, page } = await openPage(server, browserFlags, 'WebGPU');
  try {
    return await page.evaluate((path) => window.training.place(path), `/models/${model}`);
  } finally {
    await browser.close();
  }
}

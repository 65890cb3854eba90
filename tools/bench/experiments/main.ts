import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, plainFlags } from '../../browser.ts';
import type { Bench } from './bench.ts';
import { benchCells } from './cells.ts';
import { benchRuns } from './runs.ts';
import { benchSession } from './session.ts';
import { serveLab } from './serve.ts';

/** Parts by name: each prints what it measures. */
const parts: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  runs: benchRuns,
  cells: benchCells,
  session: benchSession,
};

/** Measures what thousands of runs and cells cost the page. @returns the exit code */
export async function benchExperiments(names: string[]): Promise<number> {
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined) {
    console.error(`There is no part “${unknown}”. There are: ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  const executablePath = ensureBrowser();
  const server = await serveLab();
  try {
    console.log(`${availableParallelism()} cores, headless Chromium`);
    for (const name of names.length > 0 ? names : Object.keys(parts)) {
      // a profile on the disk: what a fresh context keeps stays in memory
      const profile = mkdtempSync(join(tmpdir(), 'incontext-lab-bench-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        args: plainFlags,
      });
      context.setDefaultTimeout(0);
      try {
        const { address } = server;
        await parts[name]?.({ address, newPage: () => context.newPage(), log: console.log });
      } finally {
        await context.close();
        rmSync(profile, { recursive: true, force: true });
      }
    }
  } finally {
    await server.close();
  }
  return 0;
}

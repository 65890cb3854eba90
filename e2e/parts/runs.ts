import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Run } from '../../src/domain/run.ts';
import { sampleRun } from '../../src/domain/testing/sample-run.ts';
import { writeRunFiles } from '../../src/formats/run-file.ts';
import { expect, test } from './test.ts';

/** Opens Runs without waiting for the model. */
export async function openRuns(page: Page, rest = ''): Promise<void> {
  await page.goto(`#/runs${rest}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Gives a file to "Import". */
export async function importFile(page: Page, path: string): Promise<void> {
  await page.getByLabel('File of runs').setInputFiles(path);
}

/** Writes runs to a file of this name, as "Export" does, and imports it. Returns its path. */
export async function importRuns(page: Page, name: string, runs: readonly Run[]): Promise<string> {
  const [parts = []] = writeRunFiles(runs, '0.1.0');
  const path = test.info().outputPath(name);
  writeFileSync(path, parts.join(''));
  await importFile(page, path);
  return path;
}

/** Two arms of one press of "Run", which part after a few words. */
export function pair(): Run[] {
  const turns = (answer: string) => [{ query: 'When does water boil?', answer }];
  const base = sampleRun(0, { turns: turns('Water boils when it is Monday.') });
  base.arm = {
    id: 'base',
    label: 'Base',
    useRules: false,
    useDemonstrations: false,
    template: 'raw',
  };
  base.decoding = { ...base.decoding, temperature: 0.7, seed: 42 };
  return [base, sampleRun(1, { turns: turns('Water boils at one hundred degrees.') })];
}

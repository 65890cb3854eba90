import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { checkDocument } from '../src/experiments/document/read.ts';
import { readZip } from '../src/formats/testing/read-zip.ts';
import { finishedExperiment, seedExperiment } from './parts/finished-experiment.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

/** A file of the menu, by what its button says. */
async function taken(page: Page, name: RegExp): Promise<{ name: string; content: Buffer }> {
  // the experiment's own; the figure has another
  const head = page.locator('header').filter({ hasText: 'All experiments' });
  await head.getByText('Download', { exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    content: await readFile(await download.path()),
  };
}

test('a report that stands by itself, raw rows in three forms, a tool’s own form, and the document', async ({
  page,
  context,
}) => {
  await page.goto('#/runs');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { record, rounds, cells } = finishedExperiment(8);
  await seedExperiment(page, { record, rounds, cells });
  await page.goto(`#/experiments/${record.id}`);
  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible();
  // the experiment's own; the figure has another
  const head = page.locator('header').filter({ hasText: 'All experiments' });
  await head.getByText('Download', { exact: true }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const json = await taken(page, /as JSON/);
  expect(json.name).toBe('Bare-against-URIAL-rows.json');
  const rows = JSON.parse(json.content.toString()) as Record<string, unknown>[];
  expect(rows).toHaveLength(32);
  expect(rows[0]).toMatchObject({ 'factor.arm': 'bare', state: 'done' });
  const parquet = await taken(page, /as Parquet/);
  const file = new Uint8Array(parquet.content).buffer;
  expect(await parquetReadObjects({ file })).toEqual(rows);
  const csv = await taken(page, /as CSV/);
  const parsed = Papa.parse(csv.content.toString().trimEnd(), { header: true });
  expect([parsed.data.length, parsed.errors]).toEqual([32, []]);
  const fastchat = await taken(page, /^FastChat/);
  expect(fastchat.name).toBe('Bare-against-URIAL-fastchat.zip');
  const files = readZip(fastchat.content);
  expect([...files.keys()]).toEqual([
    'question.jsonl',
    'model_answer/lab-base-4m · bare.jsonl',
    'model_answer/lab-base-4m · URIAL.jsonl',
  ]);
  const [answer] = (files.get('model_answer/lab-base-4m · bare.jsonl') ?? '')
    .toString()
    .split('\n');
  expect(JSON.parse(answer ?? '')).toMatchObject({
    question_id: 'item-0',
    choices: [{ index: 0, turns: [expect.stringContaining('Lea'), expect.any(String)] }],
  });
  await head.getByText('Download', { exact: true }).click();
  const ifeval = head.getByRole('button', { name: /^IFEval/ });
  await expect(ifeval).toBeDisabled();
  await expect(ifeval).toContainText('no question has instructions that IFEval checks');
  await page.keyboard.press('Escape');

  const document = await taken(page, /Document/);
  expect(checkDocument(JSON.parse(document.content.toString()))).toEqual(record.document);

  const report = await taken(page, /Report/);
  expect(report.name).toBe('Bare-against-URIAL.html');
  const alone = await context.newPage();
  await alone.setContent(report.content.toString());
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText(record.title);
  await expect(alone.getByRole('cell', { name: '✓ supported' })).toBeVisible();
  await expect(alone.getByRole('img').first()).toBeVisible();
  await alone.getByText('bare (16)').click();
  await expect(alone.getByRole('article')).toHaveCount(16);
  await expectAccessible(alone);
});

test('the claims board goes by a finished experiment, and opens studies for the rest @long', async ({
  page,
}) => {
  await page.goto('#/runs');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await seedExperiment(page, finishedExperiment(8));
  await page.goto('#/experiments/claims');
  const board = page.getByRole('main');
  await expect(board.getByRole('heading', { name: /^C13/ })).toBeVisible();
  const model = board.getByRole('combobox', { name: 'Model' });
  const other = model.locator('option', { hasText: 'weights f0f0f0f0' });
  if ((await other.count()) > 0)
    await model.selectOption({ label: (await other.textContent()) ?? '' });
  const claim = board.getByRole('region', { name: /^C1 / });
  await expect(claim.getByRole('row', { name: /URIAL − bare/ })).toContainText('Supported');
  await expect(claim.getByRole('link', { name: 'Bare against URIAL' })).toBeVisible();
  const learnt = board.getByRole('region', { name: /^C9 / });
  await expect(learnt.getByRole('link', { name: /^Open E7/ })).toBeVisible();
  await expectAccessible(page);
  const study = board.getByRole('region', { name: /^C8 / }).getByRole('link', { name: /^Open E4/ });
  await expect(study).toHaveAttribute('href', '#/experiments/new/E4');
});

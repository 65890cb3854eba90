import type { Page } from '@playwright/test';
import { smallDocument } from '../src/experiments/testing/documents.ts';
import { failOneCell, openExperiment, storedCells } from './parts/open-experiment.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

const patient = { timeout: 120_000 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function startWhenReady(page: Page): Promise<void> {
  await expect(button(page, 'Start')).toBeEnabled(patient);
  await button(page, 'Start').click();
}

const difference = (turn?: 1 | 2) => [
  { weight: 1, where: { arm: 'URIAL' }, ...(turn && { turn }) },
  { weight: -1, where: { arm: 'bare' }, ...(turn && { turn }) },
];

test('an experiment is planned, run to its end, and read to its transcripts', async ({ page }) => {
  test.slow();
  const document = smallDocument({
    about: 'Do demonstrations help?',
    questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 8 },
    contrasts: [
      {
        id: 'gain',
        label: 'URIAL above bare',
        terms: difference(),
        expect: { kind: 'above', than: 0 },
      },
    ],
    scorers: [{ kind: 'lab-80' }, { kind: 'degeneration', of: 'loop' }],
  });
  await openExperiment(page, document);
  const plan = page.getByRole('region', { name: 'Before it starts' });
  await expect(plan).toContainText(/Cells\s*48/, patient);
  await expect(button(page, 'Start')).toBeEnabled(patient);
  await expect(plan.getByText('Measuring')).toHaveCount(0, patient);
  await expect(plan).toContainText(/Time\s*(about|a few)/);
  await expectAccessible(page);

  await button(page, 'Start').click();
  await expect(heading(page, 'Running')).toBeFocused();
  await expect(heading(page, 'Finished')).toBeVisible(patient);
  await expect(page.getByText('48 of 48 cells done.', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /URIAL above bare/ }).last()).toContainText(
    /Supported|Contradicted|Undecided/,
  );
  await expect(page.getByText('48 transcripts')).toBeVisible();
  await expectAccessible(page);

  const rows = page.getByRole('grid', { name: 'Transcripts' }).getByRole('row');
  await rows.nth(1).focus();
  await page.keyboard.press('End');
  await expect(page.locator('[aria-rowindex="49"]')).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(dialog.getByRole('region', { name: 'Answer' })).toBeVisible();
  await expect(dialog.getByText('Demonstration 3')).toBeVisible();
  await expect(dialog.getByText('First turn')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(page.locator('[aria-rowindex="48"]')).toBeFocused();

  await page.getByRole('searchbox', { name: 'Search transcripts' }).fill('zebra-that-nobody-wrote');
  await expect(page.getByText('No transcript matches.')).toBeVisible();
  await button(page, 'Clear search and filters').click();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(rows.nth(1)).toBeVisible();
  expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await rows.nth(1).click();
  await dialog.getByRole('button', { name: 'Open in the Playground' }).click();
  await expect(page.getByRole('textbox', { name: 'Query', exact: true })).not.toBeEmpty();
});

test('it pauses, survives a reload in the middle, and runs in one tab only', async ({
  page,
  context,
}) => {
  test.slow();
  const document = smallDocument({
    questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 40 },
    fixed: { decoding: { maxNewTokens: 12 } },
  });
  const id = await openExperiment(page, document);
  await startWhenReady(page);
  await expect(page.getByText(/^Asking/)).toBeVisible(patient);

  const second = await context.newPage();
  await second.goto(`#/experiments/${id}`);
  await expect(heading(second, 'Runs in another tab')).toBeVisible(patient);
  await expect(second.getByRole('button', { name: /^(Start|Resume)$/ })).toHaveCount(0);
  await expectAccessible(second);

  await button(page, 'Pause').click();
  await expect(heading(page, 'Paused')).toBeVisible(patient);
  await expect(heading(second, 'Paused')).toBeVisible(patient);
  await second.close();
  const kept = await storedCells(page);
  expect(kept).toBeLessThan(240);

  await button(page, 'Resume').click();
  await expect(page.getByText(/^Asking/)).toBeVisible(patient);
  await page.reload();
  await expect(heading(page, 'Running')).toBeVisible(patient);
  await expect(heading(page, 'Finished')).toBeVisible({ timeout: 240_000 });
  expect(await storedCells(page)).toBe(240);
  await expect(page.getByText('240 of 240 cells done.', { exact: true })).toBeVisible(patient);
});

test('a tab that was closed in the middle offers to go on @long', async ({ page, context }) => {
  test.slow();
  const document = smallDocument({
    questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 40 },
  });
  const id = await openExperiment(page, document);
  await startWhenReady(page);
  await expect(page.getByText(/^Asking/)).toBeVisible(patient);
  const other = await context.newPage();
  await other.goto(`#/experiments/${id}`);
  await expect(heading(other, 'Runs in another tab')).toBeVisible(patient);
  await page.close();
  await expect(heading(other, 'It was cut off')).toBeVisible(patient);
  await expectAccessible(other);
  await button(other, 'Resume').click();
  await expect(heading(other, 'Finished')).toBeVisible(patient);
});

test('an arm over the context is named, and nothing starts @long', async ({ page }) => {
  const demonstrations = [{ take: 'pool' }, { take: 'curated' }];
  const document = smallDocument({
    factors: [
      {
        name: 'arm',
        levels: [
          { label: 'URIAL', set: {} },
          { label: 'a hundred and twenty', set: { shown: 120, demonstrations } },
        ],
      },
    ],
  });
  await openExperiment(page, document);
  const alert = page.getByRole('alert').filter({ hasText: 'does not fit the context' });
  await expect(alert).toContainText('a hundred and twenty', patient);
  await expect(alert).toContainText('room for 2,048');
  await expect(button(page, 'Start')).toBeDisabled();
  await expectAccessible(page);
});

test('failed cells are told, and run again by themselves @long', async ({ page }) => {
  test.slow();
  await openExperiment(page, smallDocument({ turns: 1, seeds: [1] }));
  await startWhenReady(page);
  await expect(heading(page, 'Finished')).toBeVisible(patient);
  await failOneCell(page);
  await page.reload();
  const failures = page.getByRole('region', { name: 'What failed' });
  await expect(failures).toContainText('1 cell: The device stopped. Try again.');
  await expect(page.getByText('7 of 8 cells done, 1 failed.', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await button(page, 'Run the failed ones again').click();
  await expect(page.getByText('8 of 8 cells done.', { exact: true })).toBeVisible(patient);
  await expect(failures).toHaveCount(0);
});

test('an experiment is renamed, duplicated, exported, deleted and brought back', async ({
  page,
}) => {
  await openExperiment(page, smallDocument());
  await button(page, 'Rename').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('A better name');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A better name');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Export document').click(),
  ]);
  expect(file.suggestedFilename()).toBe('A-better-name.json');
  await button(page, 'Duplicate').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A better name (copy)');
  const address = page.url();
  await button(page, 'Delete').click();
  await expect(page.getByText('“A better name (copy)” is deleted')).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This experiment is not here');
  await button(page, 'Undo').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A better name (copy)');
});

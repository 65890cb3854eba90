import { sampleRun, sampleRuns } from '../src/domain/testing/sample-run.ts';
import { importFile, importRuns, openRuns, pair } from './parts/runs.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

const search = { name: 'Search runs' };

test.beforeEach(({ page }) => openRuns(page));

test('without runs the place says what it is for', async ({ page }) => {
  await expect(page.getByRole('link', { name: 'Ask in the Playground' })).toBeVisible();
  await expect(page.getByText('0 runs', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a file is imported once, one run opened, rated, tagged, noted; all is there after a reload', async ({
  page,
}) => {
  const path = await importRuns(page, 'lesson.json', pair());
  await expect(page.getByText('Imported 2 runs from lesson.json.')).toBeVisible();
  await importFile(page, path);
  await expect(page.getByText('Imported 0 runs from lesson.json. 2 runs were here')).toBeVisible();
  await expectAccessible(page);

  const row = page.getByRole('row').filter({ hasText: 'Base + demonstrations' });
  await row.getByRole('link', { name: 'When does water boil?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When does water boil?');
  const main = page.getByRole('main');
  for (const told of ['Water boils at one hundred degrees.', 'Q: What is ice?', 'f0'.repeat(32)]) {
    await expect(main).toContainText(told);
  }
  for (const fact of ['Seed', 'Temperature', 'Fingerprint', 'Stop reason', 'Speed', 'Key']) {
    await expect(page.getByRole('term').filter({ hasText: fact }).first()).toBeVisible();
  }
  await page.getByRole('radio', { name: '7', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('combobox', { name: 'Tags' }).fill('physics, lesson 3');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Right, unlike the other arm.');
  await expectAccessible(page);
  await page.reload();

  await expect(page.getByRole('radio', { name: '8', exact: true })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(/unlike the other arm/);
  await page.getByRole('button', { name: 'Remove the tag physics' }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('Typed just before leaving.');
  await page.getByRole('link', { name: 'All runs' }).click();
  await page.getByRole('searchbox', search).fill('leaving "lesson 3"');
  await expect(page.getByText('1 of 2 runs')).toBeVisible();
  await expect(row).toContainText('8/10');
  await expect(row).not.toContainText('physics');

  await row.getByRole('link').click();
  await page.getByRole('link', { name: 'Open in Playground' }).click();
  await expect(page.getByRole('textbox', { name: 'Query', exact: true })).toHaveValue(
    'When does water boil?',
  );
});

test('ten thousand runs scroll, search, sort, and follow the keyboard @long', async ({ page }) => {
  await importRuns(page, 'many.json', sampleRuns(10_000));
  await expect(page.getByText('10,000 runs', { exact: true })).toBeVisible({ timeout: 90_000 });
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.nth(1)).toContainText('Question 9999');
  expect(await rows.count()).toBeLessThan(60);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');

  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 200_000);
  await expect(rows.last()).not.toContainText('Question 99');
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }));
  await expect(page.getByRole('link', { name: 'Question 0:' })).toBeVisible();

  await page.evaluate(() => scrollTo({ top: 0 }));
  await rows.nth(1).focus();
  await page.keyboard.press('End');
  const oldest = rows.filter({ hasText: 'Question 0:' });
  await expect(oldest).toBeFocused();
  await expect(oldest).toHaveAttribute('aria-rowindex', '10001');
  await page.keyboard.press('ArrowUp');
  await expect(rows.filter({ hasText: 'Question 1:' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Question 1:');
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Question 1:' })).toBeVisible();

  await page.getByRole('searchbox', search).fill('"question 1234"');
  await expect(page.getByText('1 of 10,000 runs')).toBeVisible();
  await expect(rows.nth(1)).toContainText('Question 1234');
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await page.getByRole('button', { name: 'When' }).click();
  await expect(rows.nth(1)).toContainText('Question 0:');
});

test('runs are deleted by hand and by key, and brought back', async ({ page }) => {
  await importRuns(page, 'three.json', sampleRuns(3));
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(4);
  await page
    .getByRole('checkbox', { name: /Select Question [01]/ })
    .first()
    .check();
  await page.getByRole('checkbox', { name: /Select Question 0/ }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Deleted 2 runs.')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(rows).toHaveCount(4);

  await rows.nth(1).focus();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(4);

  await rows.nth(1).getByRole('link').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows).toHaveCount(3);
});

test('two runs are compared word by word', async ({ page }) => {
  await importRuns(page, 'pair.json', pair());
  const boxes = page.getByRole('checkbox', { name: /^Select When/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Compare' }).click();
  const a = page.getByRole('region', { name: 'A: Base', exact: true });
  const b = page.getByRole('region', { name: 'B: Base + demonstrations' });
  await expect(a.getByRole('deletion')).toHaveText(/when it is Monday/);
  await expect(b.getByRole('insertion')).toHaveText(/at one hundred degrees/);
  const setting = page.getByRole('row', { name: /^Temperature/ });
  await expect(setting.getByRole('cell')).toHaveText(['0.7', '0 (greedy)']);
  await expect(page.getByRole('row', { name: /^Top-p/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Swap sides' }).click();
  await expect(page.getByRole('region', { name: 'B: Base', exact: true })).toBeVisible();
});

test('a run of another model says so, and offers what it can @long', async ({ page }) => {
  const run = sampleRun(0);
  run.model = { ...run.model, id: 'elsewhere-1b', label: 'Elsewhere 1B' };
  await importRuns(page, 'other.json', [run]);
  await page.getByRole('link', { name: 'Question 0:' }).click();
  await expect(page.getByText(/Another model is loaded/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: /^Load Elsewhere 1B/ })).toBeVisible();
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(page.getByText(/First divergent token at position \d+/)).toBeVisible();
  await expect(page.getByText(/Not as it was: the model/)).toBeVisible();
});

test('a replay can be cancelled @long', async ({ page }) => {
  const run = sampleRun(0);
  run.decoding = { ...run.decoding, maxNewTokens: 1500, temperature: 1, stop: [] };
  await importRuns(page, 'long.json', [run]);
  await page.getByRole('link', { name: 'Question 0:' }).click();
  const replay = page.getByRole('button', { name: 'Replay', exact: true });
  await replay.click();
  await expect(page.getByText(/^[1-9]\d* of 4 tokens$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(replay).toBeEnabled();
});

test('on a phone, in the dark, the list and a run are whole and accessible', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await importRuns(page, 'pair.json', pair());
  const noSideways = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
  await expect(page.getByRole('link', { name: 'When does water boil?' })).toHaveCount(2);
  await page.getByText('Filters and order').click();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Monday');
  expect(await noSideways()).toBe(true);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'When does water boil?' }).first().click();
  await expect(page.getByRole('heading', { name: 'What replays it' })).toBeVisible();
  expect(await noSideways()).toBe(true);
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Compare with/ }).click();
  await expect(page.getByRole('heading', { name: 'What else differs' })).toBeVisible();
  expect(await noSideways()).toBe(true);
  await expectAccessible(page);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { sampleRun, sampleRuns } from '../src/domain/testing/sample-run.ts';
import { writeRunFiles } from '../src/formats/run-file.ts';
import { importFile, importRuns, openRuns, pair } from './parts/runs.ts';
import { expect, test } from './parts/test.ts';

test.beforeEach(({ page }) => openRuns(page));

test('a wrong file is refused with its field, and changes nothing', async ({ page }) => {
  await importRuns(page, 'good.json', [sampleRun(0)]);
  await expect(page.getByText('1 run', { exact: true })).toBeVisible();
  const wrong = sampleRuns(5);
  if (wrong[3]) wrong[3].decoding.topP = 7;
  await importRuns(page, 'wrong.json', wrong);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('wrong.json: runs[3].decoding.topP');
  await expect(alert).toContainText('run-3');
  await expect(alert).toContainText('Nothing was imported.');

  writeFileSync(test.info().outputPath('notes.txt'), 'This is not JSON.');
  await importFile(page, test.info().outputPath('notes.txt'));
  await expect(alert).toContainText('notes.txt: This is not JSON');
  await expect(page.getByText('1 run', { exact: true })).toBeVisible();
});

test('what is imported is text, never markup', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=\'taken\'"><b>bold</b>';
  const run = sampleRun(0, { turns: [{ query: evil, answer: evil }], notes: evil, tags: [evil] });
  run.arm.label = evil;
  run.prompt.text = evil;
  await importRuns(page, 'evil.json', [run, sampleRun(1)]);
  await page.getByRole('row').filter({ hasText: '<b>bold</b>' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(evil);
  await expect(page.locator('main img, main b')).toHaveCount(0);
  await expect(page).not.toHaveTitle(/taken/);
});

test('what is exported can be imported again', async ({ page }) => {
  const runs = pair().map((run, i) => ({ ...run, notes: 'ü 水\u2028"', rating: i + 1 }));
  await importRuns(page, 'pair.json', runs);
  await expect(page.getByText('2 runs', { exact: true })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^incontext-lab-runs-\d{4}-\d\d-\d\d\.json$/);
  const path = test.info().outputPath('exported.json');
  await download.saveAs(path);
  const { runs: exported } = JSON.parse(readFileSync(path, 'utf8')) as { runs: object[] };
  expect(exported).toEqual(runs.toReversed());

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Nothing has run yet')).toBeVisible();
  await importFile(page, path);
  await expect(page.getByText('2 runs', { exact: true })).toBeVisible();
});

test('a file may be dropped anywhere', async ({ page }) => {
  await expect(page.getByText('Nothing has run yet')).toBeVisible();
  const [parts = []] = writeRunFiles(pair(), '0.1.0');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    return data;
  }, parts.join(''));
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop a file of runs to import it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Imported 2 runs from dropped.json.')).toBeVisible();
  await expect(page.getByText('Drop a file of runs to import it')).toBeHidden();
});

test('a browser that keeps no data is told so', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
  );
  await page.reload();
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('does not let this page keep data');
  await expect(alert).toContainText('private browsing');
  await expect(alert.getByRole('button', { name: 'Reload the page' })).toBeVisible();
});

test('another tab shows what this one changes @long', async ({ page, context }) => {
  const other = await context.newPage();
  await openRuns(other);
  await importRuns(page, 'pair.json', pair());
  await expect(other.getByText('2 runs', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(other.getByText('Nothing has run yet')).toBeVisible();
});

test('a full disk is told, and nothing is lost @long', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const grant = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(baseURL ?? '').origin,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  await grant(2_000_000);
  await openRuns(page);
  await importRuns(page, 'small.json', [sampleRun(0, { notes: 'kept' })]);
  await expect(page.getByText('1 run', { exact: true })).toBeVisible();

  const noise = () => Array.from({ length: 3_000 }, () => Math.random().toString(36)).join(' ');
  const large = sampleRuns(200).map((run) => ({ ...run, id: `large-${run.id}`, notes: noise() }));
  const alert = page.getByRole('alert');
  const path = await importRuns(page, 'large.json', large);
  await expect(alert).toContainText('The browser has no room left for this page.');
  await expect(alert).toContainText(/export .* delete runs/);
  await expect(page.getByText('1 run', { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Question 0:' }).click();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('kept');

  await grant();
  await page.getByRole('link', { name: 'All runs' }).click();
  await importFile(page, path);
  await expect(page.getByText('201 runs', { exact: true })).toBeVisible();
  await context.close();
});

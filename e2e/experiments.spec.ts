import { readFileSync } from 'node:fs';
import { ExperimentsPage } from './parts/experiments.ts';
import { expect, test } from './parts/test.ts';

const e4 = { title: 'Questions and answers that do not match' };
let lab: ExperimentsPage;
test.beforeEach(({ page }) => void (lab = new ExperimentsPage(page)));

test('the place says what an experiment is, and has a card for every study', async ({ page }) => {
  await lab.open();
  await expect(page.getByRole('heading', { name: 'What an experiment is' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(15);
  const studies = page.getByRole('region', { name: 'The paper’s studies' });
  await expect(studies.getByRole('article')).toHaveCount(8);
  const card = page.getByRole('article', { name: 'E4 Questions and answers' });
  await expect(card).toContainText('arXiv 2405.19874, Table 3');
  await expect(card.getByRole('link', { name: /quick, 224 cells/ })).toBeVisible();
  await card.getByText('C8').click();
  await expect(card).toContainText('Wrong answers in demonstrations hurt');
});

test('a study is opened and changed, and the page says what differs from the paper', async ({
  page,
}) => {
  await lab.study(e4.title);
  await expect(page.getByText('14 arms × 16 questions')).toBeVisible();
  await expect(lab.differences.getByText('GPT-4, 1 to 10')).toBeVisible();
  const temperature = lab.differences.getByRole('term').filter({ hasText: /^Temperature$/ });
  await expect(temperature).toHaveCount(0);

  await page.getByRole('button', { name: /^Edit circular shift/ }).click();
  const dialog = page.getByRole('dialog', { name: 'What “circular shift” changes' });
  await dialog.getByRole('textbox', { name: 'By' }).fill('-1');
  await dialog.getByText('Change something').click();
  await dialog.getByRole('button', { name: /^Temperature/ }).click();
  await dialog.getByRole('textbox', { name: 'Temperature' }).fill('0.7');
  await dialog.getByRole('textbox', { name: 'Temperature' }).fill('7');
  await expect(dialog.getByText('This must be a number from 0 to 5.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Temperature' }).fill('0.7');
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();

  await expect(page.getByText('answers shifted by −1')).toBeVisible();
  await expect(page.getByText('temperature 0.7', { exact: true })).toBeVisible();
  await expect(temperature).toHaveCount(1);
  await expect(lab.differences.getByText('0, 0.7')).toBeVisible();

  // a level's new name goes wherever it is named; a taken one is refused beside the field
  const label = page.getByRole('textbox', { name: 'Label of level 4 of answers' });
  await label.fill('correct');
  await expect(page.getByText('“correct” stands twice.')).toBeVisible();
  await expect(lab.start).toBeDisabled();
  await label.fill('shifted');
  await expect(lab.start).toBeEnabled();
  expect(JSON.stringify(await lab.document())).toContain('"where":{"answers":"shifted"}');

  await lab.view('Form');
  await page.getByRole('button', { name: 'Remove level 4 of answers' }).click();
  await expect(page.getByText(/1 contrast named what is gone/)).toBeVisible();
  await expect(page.getByText('12 arms × 16 questions')).toBeVisible();
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Control+z');
  await expect(page.getByText('14 arms × 16 questions')).toBeVisible();
});

test('the JSON is the same document: its faults are named by line, its edits show in the form', async ({
  page,
}) => {
  await lab.study('Alignment table');
  await lab.view('JSON');
  const text = await lab.json.inputValue();
  await lab.json.fill(text.replace('"lab-80", "split"', '"lab-800", "split"'));
  await expect(page.getByText(/^Line 7: questions\.bench: /)).toBeVisible();
  await expect(lab.start).toBeDisabled();
  await lab.json.fill(text.replace('"version": 1,', '"version": 1'));
  await expect(page.getByText(/^Line 4: This is not JSON/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to line 4' }).click();
  await expect(lab.json).toBeFocused();
  await lab.view('Form');
  await expect(page.getByText(/The JSON text is no document at present \(line 4\)/)).toBeVisible();
  await lab.view('JSON');
  await lab.json.fill(text.replace('"title": "Alignment table"', '"title": "Mine"'));
  await lab.view('Form');
  await expect(lab.title).toHaveValue('Mine');
  await lab.title.fill('Mine too');
  await lab.view('JSON');
  await expect(lab.json).toHaveValue(/"title": "Mine too"/);
});

test('a link carries the document to another page @long', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.study('Languages and sizes');
  await lab.title.fill('Größen 🌍 <b>');
  const document = await lab.document();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = new ExperimentsPage(await context.newPage());
  await other.page.goto(link);
  await expect(other.title).toHaveValue('Größen 🌍 <b>');
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('Größen 🌍 <b>');
  expect(await other.document()).toEqual(document);
  expect(new URL(other.page.url()).hash).toBe('#/experiments/new');

  await other.page.goto('about:blank');
  await other.page.goto(link.slice(0, -20));
  await expect(other.page.getByText('The link is damaged')).toBeVisible();
  await expect(other.page.getByText(/In the editor:.*Größen/)).toBeVisible();
});

test('files and pasted texts are imported; bad ones get a line and change nothing', async ({
  page,
}) => {
  await lab.open();
  await lab.importFile('examples/e4.json');
  await expect(lab.title).toHaveValue(e4.title);
  const document = await lab.document();
  expect(document).toMatchObject(
    JSON.parse(readFileSync('examples/e4.json', 'utf8')) as Record<string, unknown>,
  );

  await lab.open();
  const bad = { ...(document as object), seeds: [] };
  await lab.importFile({ name: 'bad.json', text: JSON.stringify(bad) });
  await expect(page.getByText('bad.json: seeds: one seed is needed')).toBeVisible();
  await page.getByText('Paste', { exact: true }).click();
  const pasted = page.getByRole('textbox', { name: 'A document’s JSON, or a link to one' });
  await pasted.fill('{"format": "incontext-lab/experiment"');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText(/This is not JSON/)).toBeVisible();
  await expect(page.getByText(`In the editor: ${e4.title}, not started yet.`)).toBeVisible();

  await pasted.fill(new URL('#/experiments/new/E14/full', page.url()).href);
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(lab.title).toHaveValue('Order of demonstrations');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(lab.title).toHaveValue(e4.title);
});

test('the draft is there after a reload; started, it is one of my experiments', async ({
  page,
}) => {
  await lab.open();
  await page.getByRole('link', { name: 'New experiment' }).click();
  await lab.title.fill('Rules or none');
  await page.getByText('Add a factor').click();
  await page.getByRole('button', { name: /^Rules/ }).click();
  await expect(page.getByText('4 arms × 8 questions')).toBeVisible();
  await page.getByRole('radio', { name: 'Questions of your own' }).check();
  await page
    .getByRole('textbox', { name: 'Questions' })
    .fill('Why?\n{"query": "2 + 2?", "reference": "4"');
  await expect(page.getByText(/Line 2 is no JSON/)).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Questions' })
    .fill('Why?\n{"query": "2 + 2?", "reference": "4"}');
  await expect(page.getByText('4 arms × 2 questions')).toBeVisible();
  await page.waitForTimeout(1000); // the draft is written when edits pause
  await page.reload();
  await expect(lab.title).toHaveValue('Rules or none');
  await expect(page.getByText('4 arms × 2 questions')).toBeVisible();

  await lab.start.click();
  await expect(page).toHaveURL(/#\/experiments\/[0-9a-f-]{36}$/);
  await lab.open();
  const mine = page.getByRole('region', { name: 'My experiments' });
  await expect(mine.getByRole('listitem')).toHaveCount(1);
  await expect(mine).toContainText('Not started');
  await expect(page.getByText('In the editor:')).toHaveCount(0);

  await mine.getByRole('link', { name: 'Edit a copy of Rules or none' }).click();
  await expect(lab.title).toHaveValue('Rules or none');
  await lab.open();
  await page.getByRole('button', { name: 'Delete Rules or none' }).click();
  await expect(mine).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(mine.getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(mine.getByRole('listitem')).toHaveCount(1);
});

test('more cells than anyone could wait for are refused before anything is stored @long', async ({
  page,
}) => {
  await lab.study('Decoding grid', 'full');
  await expect(page.getByText('14,400', { exact: true })).toBeVisible();
  await lab.part('Turns and seeds');
  await page.getByRole('textbox', { name: 'Seeds' }).fill('1-100');
  await expect(page.getByText('The document asks for 480,000 cells').first()).toBeVisible();
  await expect(lab.start).toBeDisabled();
  await lab.undo.click();
  await expect(lab.start).toBeEnabled();
});

import { BenchmarksPage, questionFile, responseFile } from './parts/benchmarks.ts';
import { ExperimentsPage } from './parts/experiments.ts';
import { expectGoodLooks } from './parts/looks.ts';
import { expect, test } from './parts/test.ts';

let lab: BenchmarksPage;
test.beforeEach(({ page }) => void (lab = new BenchmarksPage(page)));

test('a file is recognised, looked at, kept, and asked in an experiment', async ({ page }) => {
  await lab.open();
  await expect(page.getByRole('heading', { name: 'The field’s questions' })).toBeVisible();
  await lab.choose(questionFile);
  const preview = lab.preview('MT-Bench questions');
  await expect(preview).toContainText('3 records, 1 left out');
  await expect(preview.getByText('Line 3: this line is no JSON')).toBeVisible();
  await expect(preview.getByRole('cell', { name: 'What is 2 + 2?' })).toBeVisible();
  // nothing is kept before the reader says so
  await expect(lab.list).toHaveCount(0);
  await preview.getByLabel('Name in the library').fill('Little bench');
  await preview.getByLabel('Licence').fill('CC BY 4.0');
  await lab.keep.click();
  await expect(lab.set('Little bench')).toContainText('CC BY 4.0');

  await page.reload();
  await expect(lab.set('Little bench')).toContainText('3 records');
  await lab.set('Little bench').getByText('First rows').click();
  await expect(page.getByRole('cell', { name: 'Write about a boat.' })).toBeVisible();

  await page.getByRole('button', { name: 'Use Little bench in an experiment' }).click();
  const editor = new ExperimentsPage(page);
  await expect(editor.title).toHaveValue('Little bench');
  await expect(page.getByText('2 arms × 3 questions × 2 turns')).toBeVisible();
  await page.getByRole('checkbox', { name: 'math' }).uncheck();
  await expect(page.getByText('2 arms × 2 questions × 2 turns')).toBeVisible();
  expect(await editor.document()).toMatchObject({
    questions: { bench: 'imported', name: 'Little bench', categories: ['writing', 'coding'] },
  });
});

test('a document that names a set which is not here says so, until it is', async ({ page }) => {
  await lab.open();
  await lab.choose(questionFile);
  await lab.keep.click();
  await page.getByRole('button', { name: 'Use question in an experiment' }).click();
  await expect(page.getByText('2 arms × 3 questions × 2 turns')).toBeVisible();
  await lab.open();
  await page.getByRole('button', { name: 'Remove question', exact: true }).click();
  await expect(lab.set('question')).toHaveCount(0);
  await page.goto('#/experiments/new');
  await expect(
    page.getByText(/the set “question” \([0-9a-f]{12}…\) is not in the library/).first(),
  ).toBeVisible();
  await lab.open();
  await lab.choose(questionFile);
  await lab.keep.click();
  await page.goto('#/experiments/new');
  await expect(page.getByText('2 arms × 3 questions × 2 turns')).toBeVisible();
});

test('files come one after the other, and what none can read is named by its line @long', async ({
  page,
}) => {
  await lab.open();
  await lab.choose({ name: 'odd.json', text: '{"total": 6}' }, questionFile, responseFile);
  await expect(page.getByRole('alert').filter({ hasText: 'odd.json' })).toContainText('Line 1');
  await page.getByRole('button', { name: 'Go on with the next of 2 files' }).click();
  await expect(lab.preview('MT-Bench questions')).toContainText('1 more file');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(lab.preview('IFEval responses')).toBeVisible();
  await page
    .getByLabel('Read it as')
    .selectOption({ label: 'examples to draw from, or to learn from' });
  await expect(lab.preview('Examples with answers')).toBeVisible();
  await lab.keep.click();
  await expect(lab.set('responses')).toContainText('Examples with answers');
  await page.getByRole('button', { name: 'Make a set of the questions of responses' }).click();
  await expect(lab.set('Questions of responses')).toContainText('2 records');
  await page.getByRole('button', { name: 'Use responses in an experiment' }).click();
  await expect(new ExperimentsPage(page).title).toHaveValue('Demonstrations from responses');
});

test('a text is pasted; a set is renamed and removed by keyboard, with an undo @long', async ({
  page,
}) => {
  await lab.open();
  await lab.way('Paste');
  await page.getByLabel('A file’s text').fill('{"query": "What is up?"}');
  await page.getByRole('button', { name: 'Read it', exact: true }).click();
  await page.getByLabel('Name in the library').fill('Mine');
  await page.keyboard.press('Enter');
  await expect(lab.set('Mine')).toContainText('licence not known');

  await page.getByRole('button', { name: 'Rename Mine' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name of Mine')).toBeFocused();
  await page.keyboard.type('Yours');
  await page.keyboard.press('Tab');
  await page.keyboard.type('MIT');
  await page.keyboard.press('Enter');
  await expect(lab.set('Yours')).toContainText('MIT');
  await expect(page.getByRole('button', { name: 'Rename Yours' })).toBeFocused();

  await page.getByRole('button', { name: 'Remove Yours' }).press('Enter');
  await expect(lab.set('Yours')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lab.set('Yours')).toContainText('MIT');
});

test('axe finds nothing, empty and full, by day and by night, wide and narrow', async ({
  page,
}) => {
  await lab.open();
  await expect(page.getByRole('heading', { name: 'What can be read' })).toBeVisible();
  await expectGoodLooks(page);
  await lab.choose(questionFile, { name: 'odd.json', text: '{"total": 6}' });
  await expect(lab.keep).toBeVisible();
  await lab.way('From the hub');
  await expectGoodLooks(page);
  await page.keyboard.press('Escape');
  await lab.keep.click();
  await expect(page.getByRole('alert').filter({ hasText: 'odd.json' })).toBeVisible();
  await page.getByRole('button', { name: 'Rename question' }).click();
  await lab.set('question').getByText('First rows').click();
  await expect(page.getByRole('cell', { name: 'Write about a boat.' })).toBeVisible();
  await lab.way('From a link');
  await page.getByLabel('Address of a file').fill('https://example.org/x.jsonl');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('group', { name: 'May the page ask example.org?' })).toBeVisible();
  await expectGoodLooks(page);
});

test('judgments that were made elsewhere are scored, and kept nowhere', async ({ page }) => {
  await lab.open();
  const judgment = (id: number, score: number) =>
    JSON.stringify({
      ...{ question_id: id, model: 'elsewhere', judge: ['a judge', 'single'], turn: 1 },
      ...{ judgment: `[[${score}]]`, score },
    });
  await page.getByLabel('Files to score').setInputFiles({
    name: 'judgments.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(
      [judgment(81, 4), judgment(91, 8), '{"question', judgment(101, 7)].join('\n'),
    ),
  });
  const scores = page.getByRole('region', { name: 'Scores of answers made elsewhere' });
  await expect(scores.getByRole('row', { name: /^elsewhere/ }).first()).toContainText(
    /6\.33 \[.*\]\s*n 3/,
  );
  await expect(scores).toContainText('1 record left out');
  await page.reload();
  await expect(scores.getByRole('row')).toHaveCount(0);
});

test('references of a file of their own are joined to their questions @long', async ({ page }) => {
  await lab.open();
  const reference = { question_id: 121, answer_id: 'a', model_id: 'm', tstamp: 1 };
  const choices = [{ index: 0, turns: ['print("a")', 'print("a b")'] }];
  await lab.choose({
    name: 'reference_answer.jsonl',
    text: JSON.stringify({ ...reference, choices }),
  });
  await lab.keep.click();
  await expect(lab.set('reference_answer')).toContainText('Import the questions');
  await lab.choose(questionFile);
  await lab.keep.click();
  await page.getByRole('button', { name: 'Join reference_answer to question' }).click();
  const both = lab.set('question with references');
  await both.getByText('First rows').click();
  await expect(both.getByRole('row', { name: /Print a word/ })).toContainText('print("a")');
});

import { BenchmarksPage, questionFile } from './parts/benchmarks.ts';
import { expect, test } from './parts/test.ts';
import { DatasetStandIn } from './stand-in/datasets.ts';

let lab: BenchmarksPage;
test.beforeEach(({ page }) => void (lab = new BenchmarksPage(page)));

const rows = Array.from({ length: 230 }, (_, i) => ({
  question_id: i,
  category: i % 2 === 0 ? 'math' : 'stem',
  turns: [`Question ${i}?`],
}));
let standIn: DatasetStandIn;
test.afterEach(() => standIn.stop());

test('another server is asked for a file only after the reader agrees to its address', async ({
  page,
  guard,
}) => {
  standIn = await DatasetStandIn.start({ files: { '/a/question.jsonl': questionFile.text } });
  const address = `${standIn.origin}/a/question.jsonl`;
  await lab.open();
  await lab.way('From a link');
  await page.getByLabel('Address of a file').fill('http://example.org/x');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('A page may not ask http://example.org')).toBeVisible();
  await page.getByLabel('Address of a file').fill(address);
  await page.getByRole('button', { name: 'Go on' }).click();
  const consent = page.getByRole('group', { name: /^May the page ask 127/ });
  await expect(consent).toContainText(address);
  await consent.getByRole('button', { name: 'No' }).click();
  expect(standIn.asked).toEqual([]);
  await page.getByRole('button', { name: 'Go on' }).click();
  guard.allowed.add(standIn.origin);
  await consent.getByRole('button', { name: 'Ask it' }).click();
  await expect(lab.preview('MT-Bench questions')).toContainText('question.jsonl');
  await expect(page.getByLabel('Where it is from')).toHaveValue(address);
  expect(standIn.told).toEqual([{}]);
});

test('the hub gives the rows of a data set by its name, busy or not, and is cancelled @long', async ({
  page,
  guard,
}) => {
  standIn = await DatasetStandIn.start({
    sets: { 'lab/mine': { rows, licence: 'cc-by-sa-4.0', cut: { 3: ['turns'] } } },
    // splits, then the first page, which comes only the second time
    script: [null, 'busy', null, null, null, null, 'failing'],
    delay: 150,
  });
  guard.allowed.add(standIn.origin);
  await lab.open();
  const ask = async () => {
    await lab.way('From the hub');
    await page.getByLabel('Data set on the Hugging Face hub').fill('lab/mine');
    const server = page.getByLabel('Address of the dataset server');
    if (!(await server.isVisible())) await page.getByText('Another server').click();
    await server.fill(standIn.origin);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Ask it' }).click();
  };
  await ask();
  const preview = lab.preview('MT-Bench questions');
  await expect(preview).toContainText('229 records, 1 left out');
  await expect(preview).toContainText('Line 4: the server cut “turns” short');
  await expect(page.getByLabel('Licence')).toHaveValue('cc-by-sa-4.0');
  await lab.keep.click();
  await expect(lab.set('lab/mine')).toContainText('on the Hugging Face hub (default, train)');

  await ask();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('region', { name: 'What is fetched' })).toHaveCount(0);
  await expect(lab.keep).toHaveCount(0);
});

test('a hub that does not know the data set says so', async ({ page, guard }) => {
  standIn = await DatasetStandIn.start({});
  guard.allowed.add(standIn.origin);
  await lab.open();
  await lab.way('From the hub');
  await page.getByLabel('Data set on the Hugging Face hub').fill('lab/none');
  await page.getByText('Another server').click();
  await page.getByLabel('Address of the dataset server').fill(standIn.origin);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Ask it' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'status 404' })).toContainText(
    'The dataset does not exist.',
  );
});

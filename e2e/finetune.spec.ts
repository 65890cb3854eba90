import { FineTunePage } from './parts/fine-tune.ts';
import { expect, test } from './parts/test.ts';

test.setTimeout(420_000);

let lab: FineTunePage;
test.beforeEach(({ page }) => void (lab = new FineTunePage(page)));

test('12 demonstrations change the answer; the adapter is an arm, and its run replays', async ({
  page,
}) => {
  await lab.go();
  await expect(page.getByText('12 examples')).toBeVisible();
  await lab.begin();
  await lab.trained();
  const answers = await lab.samples.getByRole('paragraph').allInnerTexts();
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.at(-1)).not.toBe(answers[0]);
  expect(answers.at(-1)).toContain('Madrid');
  const steps = await lab.tableSteps();
  expect(steps).toEqual(steps.map((_, i) => i));

  const name = '12 demonstrations of Lab-80’s pool, draw 1';
  await lab.adapter(name).getByText('What made it').click();
  await expect(lab.adapter(name).getByText('Data hash')).toBeVisible();
  await lab.adapter(name).getByText('What changed', { exact: true }).click();
  await lab.adapter(name).getByRole('button', { name: 'Look', exact: true }).click();
  const alone = lab.adapter(name).getByRole('region', { name: 'The base alone' });
  await expect(alone).toContainText(/Of \d+ tokens \d+ unshifted/, { timeout: 60_000 });
  await expect(alone.locator('.shifted, .marginal').first()).toBeVisible();

  await page.getByRole('button', { name: `Use ${name} in the Playground` }).click();
  const arm = `Base + ${name}`;
  await expect(lab.arm(arm)).toBeVisible();
  await lab.query.fill('What is the capital of Italy?');
  await lab.runToEnd();
  await expect(lab.answer(arm)).toContainText('Rome');
  await lab.place('Runs');
  await page.getByRole('row').filter({ hasText: arm }).getByRole('link').first().click();
  await expect(page.getByText('Adapter added', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText(/identical/i).first()).toBeVisible({ timeout: 60_000 });
});

test('a reload in the middle goes on by itself, with no gap in the curve @long', async ({
  page,
}) => {
  await lab.go();
  await lab.begin();
  await lab.reach(12);
  await page.reload();
  await lab.ready();
  await expect(lab.heading('Training')).toBeVisible({ timeout: 60_000 });
  await lab.trained();
  const steps = await lab.tableSteps();
  expect(steps).toEqual(Array.from({ length: 37 }, (_, i) => i));
  await expect(lab.samples.getByRole('listitem').first()).toContainText('Before');
});

test('held up, stopped, gone on with, discarded @long', async ({ page }) => {
  await lab.go();
  await lab.begin();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(lab.heading('Paused')).toBeVisible({ timeout: 60_000 });
  const at = await lab.steps.evaluate((bar) => (bar as HTMLProgressElement).value);
  await page.getByRole('button', { name: 'Ask it now' }).click();
  await expect(page.getByText('When you asked')).toBeVisible({ timeout: 60_000 });
  expect(await lab.steps.evaluate((bar) => (bar as HTMLProgressElement).value)).toBe(at);
  await page.getByRole('button', { name: 'Resume' }).click();
  await lab.reach(at + 2);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(lab.heading('Stopped')).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await lab.ready();
  await expect(lab.heading('Left in the middle')).toBeVisible();
  await page.getByRole('button', { name: /^Go on with/ }).click();
  await lab.reach(at + 3);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(lab.heading('Stopped')).toBeHidden();
  await page.reload();
  await lab.ready();
  await expect(lab.heading('What it learns')).toBeVisible();
  await expect(lab.heading('Left in the middle')).toBeHidden();
});

test('an adapter is renamed, exported, deleted, brought back, and imported again @long', async ({
  page,
}) => {
  await lab.go();
  await lab.short('First');
  await lab.begin();
  await lab.trained();
  await page.getByRole('button', { name: 'Rename First' }).click();
  await page.getByRole('textbox', { name: 'New name of First' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(lab.adapter('Mine')).toBeVisible();

  const saved: string[] = [];
  page.on('download', (file) => void file.path().then((path) => saved.push(path)));
  const names: string[] = [];
  page.on('download', (file) => names.push(file.suggestedFilename()));
  const save = async (form: string, files: number) => {
    const before = saved.length;
    await lab.adapter('Mine').getByText('Export', { exact: true }).click();
    await page.getByRole('group', { name: 'Export Mine' }).getByText(form, { exact: true }).click();
    await expect.poll(() => saved.length - before, { timeout: 60_000 }).toBe(files);
  };
  await save('For PEFT', 2);
  expect(names).toEqual(['adapter_config.json', 'adapter_model.safetensors']);
  const peft = [...saved];
  await save('Training set', 1);
  await save('TRL script', 3);
  await save('Merged ONNX', 1);
  expect(names.slice(2)).toEqual([
    'training-set.jsonl',
    'train.py',
    'training.jsonl',
    'validation.jsonl',
    'model.onnx',
  ]);

  await page.getByRole('button', { name: 'Delete Mine' }).click();
  await expect(lab.adapter('Mine')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(lab.adapter('Mine')).toBeVisible();
  await lab.adapter('Mine').getByText('What made it').click();
  const id = await lab.adapter('Mine').locator('dd').first().innerText();
  await page.getByRole('button', { name: 'Delete Mine' }).click();
  await expect(lab.adapter('Mine')).toBeHidden();

  const { readFile } = await import('node:fs/promises');
  const files = await Promise.all(
    peft.map(async (path, i) => ({
      name: names[i] ?? '',
      mimeType: 'application/octet-stream',
      buffer: await readFile(path),
    })),
  );
  await page.getByLabel('adapter_config.json and adapter_model.safetensors').setInputFiles(files);
  const imported = lab.adapter('adapter_model');
  await expect(imported).toBeVisible({ timeout: 60_000 });
  await imported.getByText('What made it').click();
  await expect(imported.locator('dd').first()).toHaveText(id);
});

test('bad data is named by its line, and stops nothing else', async ({ page }) => {
  await lab.go();
  await lab.paste(
    [
      '{"query": "What is big?", "answer": "An elephant is big."}',
      '{"query": "What is small?", "answer": ""}',
      '{"query": "What is broken?", "answer": ',
      `{"query": "What is long?", "answer": "${'very '.repeat(400)}long"}`,
      '{"query": "What is red?", "answer": "A cherry is red."}',
    ].join('\n'),
  );
  const left = page.getByRole('list', { name: 'Examples that are left out' });
  for (const line of [2, 3, 4]) await expect(left.getByText(`Line ${line}`)).toBeVisible();
  await expect(page.getByText('2 examples')).toBeVisible();
  await expect(lab.start).toBeEnabled();
  await lab.paste('no data at all');
  await expect(page.getByRole('alert').getByText('Pasted text')).toBeVisible();
  await expect(lab.start).toBeDisabled();
  await lab.field('Learning rate').fill('fast');
  await expect(page.getByText('This must be a number')).toBeVisible();
});

test('preference training shows margin and accuracy @long', async ({ page }) => {
  await lab.go();
  await lab.paste(
    ['cow', 'dog', 'cat', 'hen']
      .map((animal, i) =>
        JSON.stringify({
          prompt: `How many legs does a ${animal} have?`,
          chosen: `A ${animal} has ${i === 3 ? 2 : 4} legs.`,
          rejected: 'Who knows?',
        }),
      )
      .join('\n'),
  );
  await lab.field('Passes (epochs)').fill('3');
  await lab.begin();
  await lab.trained();
  const drawn = page.getByRole('combobox', { name: 'What is drawn' }).first();
  for (const measure of ['Margin', 'Accuracy']) {
    await drawn.selectOption(measure);
    await expect(page.getByRole('img', { name: new RegExp(`^${measure}\\.`) })).toBeVisible();
  }
});

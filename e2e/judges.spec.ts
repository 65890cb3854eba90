import type { Page } from '@playwright/test';
import { smallDocument } from '../src/experiments/testing/documents.ts';
import { BenchmarksPage, judgePromptFile, questionFile } from './parts/benchmarks.ts';
import { ExperimentsPage } from './parts/experiments.ts';
import { openExperiment, storedCells } from './parts/open-experiment.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

const patient = { timeout: 240_000 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

const judge = { kind: 'judge', judge: { by: 'model', model: 'twin' }, maxNewTokens: 24 };
const document = smallDocument({
  questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 6 },
  seeds: [1],
  scorers: [{ ...judge, as: 'weighted' }, { ...judge, as: 'parsed' }, { kind: 'lab-80' }],
});

test('a model judges beside the arms, and all its numbers say how far it can be trusted @long', async ({
  page,
}) => {
  test.slow();
  await openExperiment(page, document);
  const plan = page.getByRole('region', { name: 'Before it starts' });
  // 2 arms, 6 questions, 2 turns: answers, and as many judgments that both readings share
  await expect(plan).toContainText(/Cells\s*48/, patient);
  await expect(plan).toContainText(/Judgments\s*24/, patient);
  await expect(plan).toContainText('The judge is loaded beside the arms’ model');
  await expect(button(page, 'Start')).toBeEnabled(patient);
  await expectAccessible(page);
  await button(page, 'Start').click();

  await expect(heading(page, 'Finished')).toBeVisible(patient);
  await expect(page.getByText('48 of 48 cells done.', { exact: true })).toBeVisible();
  const note = page.getByRole('note', { name: /^How far this judge agrees/ }).first();
  await expect(note).toContainText('A model made these numbers.');
  await expect(note).toContainText(/With Lab-80 score: Spearman’s ρ .* n = 24 answers/);
  await expect(note).toContainText(/Length: its ratings go with the characters/);
  await page.getByText('By category and turn, as judges rate').click();
  await expect(
    page.getByRole('heading', { name: /Rating by the instruct twin, weighted: both turns/ }),
  ).toBeVisible();
  await expectAccessible(page);

  await expect(page.getByText('24 transcripts')).toBeVisible();
  await page.getByRole('grid', { name: 'Transcripts' }).getByRole('row').nth(1).click();
  const said = page.getByRole('dialog').getByRole('region', { name: 'What judges said' });
  await expect(said.getByRole('article')).toHaveCount(1);
  await said.getByText('What it was asked').click();
  await expect(said).toContainText('[Question]');
  await expectAccessible(page);
});

test('typing goes on beside a judge, and a reload in the middle loses nothing @long', async ({
  page,
}) => {
  test.slow();
  await openExperiment(
    page,
    smallDocument({
      questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 8 },
      fixed: { decoding: { maxNewTokens: 16 } },
      scorers: [{ ...judge, maxNewTokens: 8 }],
    }),
  );
  await expect(button(page, 'Start')).toBeEnabled(patient);
  await button(page, 'Start').click();
  await expect.poll(() => storedCells(page), patient).toBeGreaterThan(10);
  const search = page.getByRole('searchbox', { name: 'Search transcripts' });
  await search.pressSequentially('nobody waits for a judge');
  await expect(search).toHaveValue('nobody waits for a judge');
  await expect(heading(page, 'Running')).toBeVisible();

  await page.reload();
  await expect(heading(page, 'Running')).toBeVisible(patient);
  await expect(heading(page, 'Finished')).toBeVisible(patient);
  // bare: one answer for both seeds
  expect(await storedCells(page)).toBe(2 * (16 + 32));
  await expect(page.getByText('96 of 96 cells done.', { exact: true })).toBeVisible();
});

test('a reader puts a judge into a study', async ({ page }) => {
  const lab = new ExperimentsPage(page);
  await lab.study('Alignment table');
  await lab.openAllParts();
  await page.getByText('Add a scorer', { exact: true }).click();
  await page.getByRole('button', { name: /^Judge: a model rates/ }).click();
  await expect(page.getByText('1 judgment of each answer, at most')).toBeVisible();
  await page.getByRole('combobox', { name: 'What it judges' }).selectOption({
    label: 'beside the answer of Instruct, in both orders',
  });
  await expect(page.getByText('2 judgments of each answer, at most')).toBeVisible();
  await page.getByRole('combobox', { name: 'What is read' }).selectOption('parsed');
  await page.getByRole('combobox', { name: 'Language of its prompts' }).selectOption('fr');
  await expectAccessible(page);
  const { scorers } = (await lab.document()) as { scorers: unknown[] };
  expect(scorers.at(-1)).toEqual({
    kind: 'judge',
    judge: { by: 'model', model: 'twin', precision: null },
    mode: { against: { arm: 'Instruct' } },
    as: 'parsed',
    prompts: 'lab',
    language: 'fr',
    maxNewTokens: 96,
  });
});

test('a study asks an imported benchmark, and a judge takes the place of the bench’s checks', async ({
  page,
}) => {
  const benchmarks = new BenchmarksPage(page);
  await benchmarks.open();
  for (const file of [questionFile, judgePromptFile]) {
    await benchmarks.choose(file);
    await benchmarks.keep.click();
    await expect(benchmarks.set(file.name.replace('.jsonl', ''))).toBeVisible();
  }

  const lab = new ExperimentsPage(page);
  await lab.study('Alignment table');
  await lab.openAllParts();
  await page.getByRole('radio', { name: 'An imported benchmark' }).check();
  await button(page, 'Have a judge score them').click();
  await expect(button(page, 'Have a judge score them')).toHaveCount(0);
  await expect(page.getByText('5 arms × 3 questions × 2 turns')).toBeVisible();
  const prompts = page.getByRole('combobox', { name: 'Its prompts', exact: true });
  await prompts.selectOption({ label: 'those of judge_prompts' });
  await expect(prompts).toHaveValue('imported');
  const { scorers, questions, material } = (await lab.document()) as {
    scorers: { kind: string; prompts?: string }[];
    questions: unknown;
    material: { judgePrompts: { name: string }[] };
  };
  expect(questions).toMatchObject({ bench: 'imported', name: 'question' });
  expect(new Set(scorers.map(({ kind }) => kind))).toEqual(new Set(['judge', 'degeneration']));
  expect(scorers[0]).toMatchObject({ kind: 'judge', prompts: 'imported' });
  expect(material.judgePrompts.map(({ name }) => name)).toEqual(['one', 'two']);
});

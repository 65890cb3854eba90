import type { Page } from '@playwright/test';
import { smallDocument } from '../src/experiments/testing/documents.ts';
import { openExperiment } from './parts/open-experiment.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

const patient = { timeout: 120_000 };
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

const document = smallDocument({
  title: 'Shown or learnt',
  questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 4 },
  fixed: { rules: false, demonstrations: [{ take: 'pool' }], decoding: { maxNewTokens: 6 } },
  factors: [
    {
      name: 'method',
      levels: [
        { label: 'ICL', set: {} },
        {
          label: 'IFT',
          set: { tuning: { kind: 'sft', preset: 'classroom', changes: { epochs: 40 } } },
        },
      ],
    },
  ],
  turns: 1,
  seeds: [1],
  figure: { kind: 'table', rows: 'method', columns: 'turn' },
});

test('a trained arm is planned, paused in the middle of its training, and run to its end @long', async ({
  page,
}) => {
  test.slow();
  await openExperiment(page, document);
  const plan = page.getByRole('region', { name: 'Before it starts' });
  await expect(plan).toContainText(/Trainings\s*1\s*80 steps/, patient);
  await expect(button(page, /^Start$/)).toBeEnabled(patient);
  await expectAccessible(page);
  await button(page, /^Start$/).click();
  await expect(page.getByText(/^Training 1 of 1, step [1-9]\d* of 80: IFT, seed 1/)).toBeVisible(
    patient,
  );
  await expectAccessible(page);
  await button(page, /^Pause$/).click();
  await expect(heading(page, 'Paused')).toBeVisible(patient);
  await expect(page.getByText('4 of 8 cells done. Results so far are kept.')).toBeVisible();

  await page.reload();
  await button(page, /^Resume$/).click(patient);
  await expect(page.getByText('8 of 8 cells done.', { exact: true })).toBeVisible(patient);

  await expect(heading(page, 'Finished')).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Transcripts' }).getByRole('row');
  await rows.nth(1).focus();
  await page.keyboard.press('End');
  await expect(page.locator('[aria-rowindex="9"]')).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Adapter', { exact: true })).toBeAttached();
  await expectAccessible(page);
});

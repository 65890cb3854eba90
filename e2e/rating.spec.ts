import type { Page } from '@playwright/test';
import { finishedExperiment, seedExperiment } from './parts/finished-experiment.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

/** Opens the rating of an experiment that is there. */
async function openRating(page: Page): Promise<void> {
  await page.goto('#/runs');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const experiment = finishedExperiment(8);
  await seedExperiment(page, experiment);
  await page.goto(`#/experiments/${experiment.record.id}/rate`);
  await expect(page.getByRole('heading', { name: 'Rate by hand' })).toBeVisible();
}

/** Tabs until an element of this name has the focus. */
async function tabTo(page: Page, role: 'button' | 'radio' | 'textbox' | 'combobox', name: string) {
  const wanted = page.getByRole(role, { name });
  for (let i = 0; i < 60; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** Nothing on the page while rating says which arm or model an answer is of. */
async function expectBlind(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const html = await main.innerHTML();
  for (const telling of ['Lab base 4M', 'lab-base-4m', 'f0f0', '>bare<', '>URIAL<'])
    expect(html).not.toContain(telling);
}

test('by keyboard alone: four answers one at a time, four side by side, undo, skip, reveal', async ({
  page,
}) => {
  await openRating(page);
  await expectAccessible(page);
  const name = page.getByRole('combobox', { name: 'Your name' });
  await name.focus();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');

  const place = (text: string) => page.getByRole('region', { name: text });
  await expect(place('Answer 1 of 32')).toBeFocused();
  await expectBlind(page);
  await expectAccessible(page);
  for (const [i, key] of ['7', '0', '3'].entries()) {
    await page.keyboard.press(key);
    await expect(place(`Answer ${i + 2} of 32`)).toBeFocused();
  }
  await page.keyboard.press('Backspace');
  await expect(place('Answer 3 of 32')).toBeFocused();
  await page.keyboard.press('4');
  await expect(place('Answer 4 of 32')).toBeFocused();
  await page.keyboard.press('s');
  await expect(place('Answer 5 of 32')).toBeFocused();
  await page.keyboard.press('9');
  await expect(place('Answer 6 of 32')).toBeFocused();

  // what was judged is kept: after a reload it goes on from there
  await page.reload();
  await expect(page.getByText('Ada has done 5 of 32 answers.')).toBeVisible();
  await tabTo(page, 'radio', 'One answer at a time');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'button', 'Begin');
  await page.keyboard.press('Enter');
  await expect(place('Pair 1 of 16')).toBeFocused();
  await expectBlind(page);
  await expectAccessible(page);
  for (const [i, key] of ['ArrowLeft', 'ArrowRight', 'Space', 'ArrowLeft'].entries()) {
    await page.keyboard.press(key);
    await expect(place(`Pair ${i + 2} of 16`)).toBeFocused();
  }

  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Reveal the arms…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ada rates no more in this experiment')).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, 'button', 'Reveal, and rate no more');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What the raters said' })).toBeFocused();
  const means = page.getByRole('group', { name: 'Mean rating of each arm' });
  await expect(means.getByRole('row')).toHaveCount(3);
  await expect(means.getByRole('rowheader', { name: 'URIAL' })).toBeVisible();
  const wins = page.getByRole('group', { name: 'How often each arm was better' });
  await expect(wins.getByRole('row', { name: /bare/ })).toContainText('URIAL');
  await expectAccessible(page);
});

test('whoever has seen the arms rates no more; another rater may, and they are compared @long', async ({
  page,
}) => {
  await openRating(page);
  const name = page.getByRole('combobox', { name: 'Your name' });
  const rate = async (rater: string, keys: string) => {
    await name.fill(rater);
    await page.keyboard.press('Enter');
    for (const [i, key] of [...keys].entries()) {
      await expect(page.getByRole('region', { name: `Answer ${i + 1} of` })).toBeFocused();
      await page.keyboard.press(key);
    }
    await expect(page.getByRole('region', { name: `Answer ${keys.length + 1} of` })).toBeFocused();
  };
  await rate('Ada', '2947518360');
  await page.getByRole('button', { name: 'Stop for now' }).click();
  await rate('Ben', '3856429371');
  await page.getByRole('button', { name: 'Reveal the arms…' }).click();
  await page.getByRole('button', { name: 'Reveal, and rate no more' }).click();
  const agreement = page.getByRole('group', { name: 'Agreement on what both judged' });
  await expect(agreement.getByRole('row', { name: /^Ada Ben answers 10/ })).toBeVisible();

  await page.reload();
  await expect(page.getByText('10 judged, 0 skipped; the arms have been shown')).toBeVisible();
  await name.fill('Ben');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What the raters said' })).toBeVisible();
});

test('an experiment that is not there says so', async ({ page }) => {
  await page.goto('#/experiments/nowhere/rate');
  await expect(page.getByRole('heading', { name: 'This experiment is not here' })).toBeVisible();
  await expectAccessible(page);
});

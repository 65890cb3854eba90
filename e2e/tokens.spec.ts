import AxeBuilder from '@axe-core/playwright';
import { Playground } from './parts/playground.ts';
import { expect, test } from './parts/test.ts';

const shown = 'Base + demonstrations';

test('every token shows how likely it was and what else there was; another way goes on and is kept @long', async ({
  page,
}) => {
  const lab = new Playground(page);
  await lab.open();
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  const arm = lab.arm(shown);
  await arm.getByText('Token by token', { exact: true }).click();
  const strip = arm.getByRole('group', { name: 'Tokens of the answer' });
  const first = strip.getByRole('button').first();
  await expect(first).toHaveAccessibleName(/, (100|\d\d?(\.\d)?|< 0\.1) %$/);
  await first.focus();
  await expect(arm.getByText('number 1 of what the model had in mind; entropy')).toBeVisible();
  const others = arm.getByRole('list', { name: 'What it might have been' });
  await expect(others.getByRole('listitem')).toHaveCount(8);
  await expect(others.getByRole('listitem').first()).toContainText('drawn');
  await page.keyboard.press('ArrowRight');
  await expect(strip.getByRole('button').nth(1)).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const before = await lab.answer(shown).textContent();
  await first.focus();
  await others
    .getByRole('button', { name: /^What if\?/ })
    .first()
    .click();
  const other = arm.getByRole('region', { name: 'What if' });
  await other.getByRole('button', { name: 'Keep as a run' }).click({ timeout: 60_000 });
  const text = (await other.getByRole('log').textContent()) ?? '';
  expect(text.trim()).not.toBe(before?.trim());
  await other.getByRole('link', { name: 'Open what was kept' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'what-if' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText(text.slice(0, 20));
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(page.getByText('Identical: all')).toBeVisible({ timeout: 60_000 });
});

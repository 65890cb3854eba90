import { Playground } from './parts/playground.ts';
import { expect, test } from './parts/test.ts';

const shown = 'Base + demonstrations';

test('a token bias keeps a word out, a stop string ends the answer; both are taken back', async ({
  page,
}) => {
  const lab = new Playground(page);
  await lab.open();
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  await expect(lab.answer(shown)).toContainText(' lion');
  await page.getByText('Decoding', { exact: true }).click();

  const word = page.getByRole('textbox', { name: 'Token bias', exact: true });
  await word.fill(' a word of many tokens');
  await page.getByRole('spinbutton', { name: 'Bias to add', exact: true }).fill('-100');
  await word.press('Enter');
  await expect(page.getByText(/^That is \d+ tokens to this model:/)).toBeVisible();
  await word.fill(' lion');
  await word.press('Enter');
  const remove = page.getByRole('button', { name: 'Remove the bias of  lion', exact: true });
  await expect(remove).toBeVisible();
  await lab.runToEnd();
  // with bytes or other tokens it may still come near
  await expect(lab.answer(shown)).not.toHaveText(/\blion/);
  await remove.click();

  const end = page.getByRole('textbox', { name: 'Stop strings', exact: true });
  await end.fill(' lives');
  await end.press('Enter');
  await lab.runToEnd();
  await expect(lab.answer(shown)).toHaveText(/lion$/);
  await page.getByRole('button', { name: /^Remove stop string/ }).click();
  await expect(page.getByRole('button', { name: /^Remove (stop|the bias)/ })).toHaveCount(0);
});

import { Playground } from './parts/playground.ts';
import { expect, test } from './parts/test.ts';

const base = 'Base';
const shown = 'Base + demonstrations';

let lab: Playground;
test.beforeEach(({ page }) => void (lab = new Playground(page)));

test('an answer is marked as old with the edit; live, it is replaced, never by an old one', async ({
  page,
}) => {
  await lab.open();
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  await lab.query.fill('How many legs does a dog have?');
  await expect(lab.arm(base).getByText('From an earlier prompt')).toBeVisible();
  await expect(page.getByText('Edited since this run')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(lab.arm(base).getByText('From an earlier prompt')).toBeHidden();

  // bare, the model rambles on and on: room for an edit while it streams
  await lab.query.fill('What is 1 + 1?');
  await page.getByText('Decoding', { exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Most new tokens', exact: true }).fill('400');
  await page.getByRole('switch', { name: 'Live' }).check();
  await expect(lab.stop).toBeEnabled();
  await lab.query.fill('What is the opposite of big?');
  for (const arm of [base, shown]) {
    await expect(lab.arm(arm).getByText('From an earlier prompt')).toBeHidden({ timeout: 60_000 });
  }
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  await lab.arm(shown).getByText('Prompt', { exact: true }).click();
  await expect(lab.prompt(shown)).toContainText('What is the opposite of big?');
  await lab.place('Runs');
  await expect(page.getByRole('link', { name: /opposite of big/ })).toHaveCount(2);
  const cancelled = page.getByRole('row').filter({ hasText: '1 + 1', hasNotText: shown });
  await expect(cancelled).toHaveCount(0);
});

test('a follow-up is asked after each arm’s own first answer', async ({ page }) => {
  await lab.open();
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  const first = (await lab.answer(shown).textContent())?.trim() ?? '';
  await page.getByRole('button', { name: 'Ask a follow-up' }).click();
  await page.getByRole('textbox', { name: 'Second query' }).fill('Say that again.');
  await lab.runToEnd();
  await lab.arm(shown).getByText('Prompt', { exact: true }).click();
  await expect(lab.prompt(shown).getByText('First turn')).toBeVisible();
  await expect(lab.prompt(shown)).toContainText(first.slice(0, 30));
  await page.getByRole('button', { name: 'Back to one turn' }).click();
  await expect(page.getByRole('textbox', { name: 'Second query' })).toHaveCount(0);
});

test('a prompt over the context is refused, with what to drop; nothing changes @long', async ({
  page,
}) => {
  await lab.open();
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  const answer = await lab.answer(shown).textContent();
  await lab.part('Answer', 2).fill('one two three four five '.repeat(500));
  await expect(lab.arm(shown).getByText(/tokens too many for the context/)).toBeVisible();
  await lab.run.click();
  const alert = page.getByRole('alert').filter({ hasText: 'the model’s context holds' });
  await expect(alert).toContainText('Switch off demonstration 2');
  expect(await lab.answer(shown).textContent()).toBe(answer);
  await expect(lab.stop).toBeDisabled();

  await alert.getByRole('button', { name: 'Switch off demonstration 2' }).click();
  await expect(page.getByRole('checkbox', { name: 'Use demonstration 2' })).not.toBeChecked();
  await expect(lab.arm(shown).getByText(/tokens too many/)).toBeHidden();
  await lab.runToEnd();
});

test('the desk is as it was after a reload, answers and all', async ({ page }) => {
  await lab.open();
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });
  const answer = await lab.answer(base).textContent();
  await page.getByRole('button', { name: 'Add an arm' }).click();
  await lab.rules.fill('Kept over a reload.');
  await page.waitForTimeout(1000); // the desk is written when edits pause
  await page.reload();
  await lab.ready();
  await expect(lab.rules).toHaveValue('Kept over a reload.');
  await expect(lab.arm(`${shown} 2`)).toBeVisible();
  await expect(lab.answer(base)).toHaveText(answer ?? '');
  await expect(lab.stop).toBeDisabled();
  // a saved run opens from its address
  const href = await lab.arm(base).getByRole('link', { name: 'Open run' }).getAttribute('href');
  await lab.query.fill('Something else');
  await page.goto(href?.replace('runs', 'playground') ?? '');
  await expect(lab.query).not.toHaveValue('Something else');
  await lab.undo.click();
  await expect(lab.query).toHaveValue('Something else');
});

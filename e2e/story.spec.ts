import { LabPage } from './parts/lab.ts';
import { expect, test } from './parts/test.ts';

const arms = ['Base', 'Base + demonstrations'];

test('a reader changes a demonstration, runs two arms, rates, returns, replays @device', async ({
  page,
}, { project }) => {
  test.setTimeout(300_000);
  const lab = new LabPage(page);
  await lab.open();
  await expect(lab.model).toContainText(project.name === 'webgpu' ? 'WebGPU' : 'CPU (wasm)');

  // the first comparison runs by itself
  for (const arm of arms) await expect(lab.answer(arm)).not.toBeEmpty({ timeout: 90_000 });
  if (project.name === 'webgpu') {
    // a software adapter takes a second for each token: a few are enough to tell the story
    await lab.stop.click();
    await page.getByText('Decoding', { exact: true }).click();
    await page.getByRole('spinbutton', { name: 'Most new tokens' }).fill('6');
  }
  await expect(lab.stop).toBeDisabled({ timeout: 90_000 });

  const demonstration = page.getByRole('textbox', { name: /^Answer of demonstration 1/ });
  await demonstration.fill('A changed answer, to be found again.');
  await lab.query.fill('What colour is the sky?');
  await lab.runToEnd();
  for (const arm of arms) await expect(lab.answer(arm)).not.toBeEmpty();
  const answer = await lab.answer(arms[1] ?? '').textContent();

  await lab
    .arm(arms[1] ?? '')
    .getByRole('group', { name: 'Rating' })
    .getByText('8', { exact: true })
    .click();

  await page.waitForTimeout(500); // it is written at once, yet no hand reloads as fast as a program
  await page.reload();
  await lab.ready();
  await lab.place('Runs');
  await page.getByRole('searchbox', { name: 'Search runs' }).fill('colour is the sky');
  const rows = page.getByRole('link', { name: /What colour is the sky/ });
  await expect(rows).toHaveCount(2);

  await page
    .getByRole('row')
    .filter({ hasText: arms[1] ?? '' })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('radio', { name: '8', exact: true })).toBeChecked();
  await expect(page.getByRole('main')).toContainText('A changed answer, to be found again.');
  if (answer) await expect(page.getByRole('main')).toContainText(answer.trim().slice(0, 40));
  for (const fact of ['Seed', 'Temperature', 'Fingerprint', 'Stop reason']) {
    await expect(page.getByRole('main').getByText(fact).first()).toBeVisible();
  }

  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(page.getByText(/Identical: all \d+ tokens/)).toBeVisible({ timeout: 90_000 });
});

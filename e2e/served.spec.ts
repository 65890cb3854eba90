import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { everythingKept } from './parts/everything-kept.ts';
import { ExperimentsPage } from './parts/experiments.ts';
import { openExperiment } from './parts/open-experiment.ts';
import { kinds, secret, served } from './parts/served.ts';
import { expect, expectAccessible, test } from './parts/test.ts';
import type { StandIn } from './stand-in/server.ts';

const patient = { timeout: 120_000 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

let standIn: StandIn;
test.afterEach(() => standIn.stop());

/** Agrees to the stand-in, and gives the key. */
async function agree(page: Page, key = secret): Promise<void> {
  await page.getByLabel(`Send them to ${standIn.origin}`).check(patient);
  await page.getByLabel(`Key for ${standIn.origin}`).fill(key);
}

/** All that the console says, in this page and its workers. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return said;
}

test('a served arm beside a local one runs complete under troubles; the key is nowhere', async ({
  page,
  guard,
}) => {
  test.slow();
  const troubles = { seed: 2, share: 0.4, inARow: 3, kinds };
  const { document, server } = await served({ troubles });
  standIn = server;
  guard.allowed.add(standIn.origin);
  const said = listen(page);
  await openExperiment(page, document);
  const plan = page.getByRole('region', { name: 'Before it starts' });
  await expect(plan).toContainText(/32 requests/, patient);
  await expect(plan).toContainText(standIn.url);
  await expect(plan).toContainText('the arms “far” and “far chat”');
  await expect(plan.getByText('Measuring')).toHaveCount(0, patient);
  await expect(button(page, 'Start')).toBeDisabled();
  await expect(plan.getByLabel('Budget of requests')).toHaveValue('48');
  expect(standIn.received).toEqual([]);
  await agree(page);
  await button(page, 'Try far').click();
  await expect(plan).toContainText(
    /It answered “.+”, with log-probabilities|did not answer|failed/,
  );
  await plan.getByLabel('Requests at a time').fill('8');
  await plan.getByLabel('Budget of requests').fill('400');
  await expectAccessible(page);

  await button(page, 'Start').click();
  await expect(heading(page, 'Finished')).toBeVisible(patient);
  await expect(page.getByText('48 of 48 cells done.', { exact: true })).toBeVisible();
  const troubled = standIn.received.filter(({ trouble }) => trouble !== null).length;
  expect(troubled).toBeGreaterThan(5);
  await expect(page.getByText(/Sent to served models: \d+ of 400 requests/)).toBeVisible();
  expect(standIn.received.every(({ key }) => key === secret)).toBe(true);
  expect(standIn.most).toBeLessThanOrEqual(8);
  await expectAccessible(page);

  // what is shown and stored of an answer
  const grid = page.getByRole('grid', { name: 'Transcripts' });
  const arms = page.getByRole('search').getByRole('combobox').filter({ hasText: 'far chat' });
  await arms.selectOption({ label: 'far chat' });
  await expect(page.getByText('16 of 48 transcripts')).toBeVisible();
  await grid.getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(`a served model at ${standIn.url}`);
  await page.keyboard.press('Escape');

  const head = page.locator('header').filter({ hasText: 'All experiments' });
  for (const name of [/as JSON/, /as CSV/, /Parquet/, /[Rr]eport/]) {
    await head.getByText('Download', { exact: true }).click();
    const coming = page.waitForEvent('download');
    await head.getByRole('button', { name }).click();
    const file = await readFile(await (await coming).path());
    expect(file.length).toBeGreaterThan(0);
    expect(file.toString('latin1')).not.toContain(secret);
  }
  const kept = await everythingKept(page);
  expect(kept).toContain(standIn.url);
  expect(kept).not.toContain(secret);
  expect(kept).not.toContain(Buffer.from(secret).toString('base64'));
  expect(said.join('\n')).not.toContain(secret);
  expect(await page.content()).not.toContain(secret);

  // after a reload nothing is known of it, and nothing is sent without another consent
  await page.reload();
  await expect(heading(page, 'Finished')).toBeVisible();
  expect(await everythingKept(page)).not.toContain(secret);
});

test('what is never answered is listed, in words without the key, and asked again @long', async ({
  page,
  guard,
}) => {
  test.slow();
  const troubles = { seed: 4, share: 0, inARow: 0, kinds: ['tells-key'] as const, hopeless: 0.3 };
  const { document, server } = await served({ troubles }, { turns: 1 });
  standIn = server;
  guard.allowed.add(standIn.origin);
  const said = listen(page);
  await openExperiment(page, document);
  await agree(page);
  await page.getByLabel('Requests at a time').fill('16');
  // tried again and again it takes more than a budget by estimate holds
  for (const budget of ['requests', 'tokens']) {
    await expect(page.getByLabel(`Budget of ${budget}`)).toHaveValue(/\d/, patient);
    await page.getByLabel(`Budget of ${budget}`).fill('');
  }
  await expect(button(page, 'Start')).toBeEnabled(patient);
  await button(page, 'Start').click();
  await expect(heading(page, 'Finished')).toBeVisible(patient);
  const failed = page.getByRole('region', { name: 'What failed' });
  await expect(failed).toContainText(/failed \(500\)\. It says: “Could not look up •••\.”/);
  const asked = standIn.received.length;
  await failed.getByRole('button', { name: 'Run the failed ones again' }).click();
  await expect(heading(page, 'Finished')).toBeVisible(patient);
  await expect.poll(() => standIn.received.length).toBeGreaterThan(asked);
  expect(await everythingKept(page)).not.toContain(secret);
  expect(said.join('\n')).not.toContain(secret);
});

test('a document that is imported sends nothing before its address is agreed to', async ({
  page,
  guard,
}) => {
  const { document, server } = await served({ pages: false });
  standIn = server;
  const lab = new ExperimentsPage(page);
  await lab.open();
  await lab.importFile({ name: 'theirs.json', text: JSON.stringify(document) });
  await lab.part('Served models');
  await expect(page.getByLabel('Address')).toHaveValue(standIn.url);
  await expectAccessible(page);
  await lab.start.click();
  await expect(heading(page, 'Here and there')).toBeVisible();
  await expect(button(page, 'Try far')).toBeDisabled();
  await expect(page.getByText('It can start when you have agreed')).toBeVisible(patient);
  await expect(button(page, 'Start')).toBeDisabled();
  expect(standIn.received).toEqual([]);
  guard.allowed.add(standIn.origin);
  await agree(page);
  await button(page, 'Try far').click();
  await expect(page.getByText(/did not answer.*refuses requests from pages/)).toBeVisible();
  await expect(page.getByText(/OLLAMA_ORIGINS=/)).toBeVisible();
  await page.getByLabel(`Key for ${standIn.origin}`).fill('two words');
  await expect(page.getByText(/has a character that no key has/)).toBeVisible();
});

test('a wrong key ends the run with what to do; the right one goes on @long', async ({
  page,
  guard,
}) => {
  test.slow();
  const { document, server } = await served({}, { turns: 1 });
  standIn = server;
  guard.allowed.add(standIn.origin);
  await openExperiment(page, document);
  await agree(page, 'sk-wrong-9876543210');
  await expect(button(page, 'Start')).toBeEnabled(patient);
  await button(page, 'Start').click();
  await expect(page.getByText(/takes no request without a valid key \(401\)/)).toBeVisible(patient);
  await expect(heading(page, 'Paused')).toBeVisible();
  await page.getByLabel(`Key for ${standIn.origin}`).fill(secret);
  await button(page, 'Resume').click();
  await expect(page.getByText('24 of 24 cells done.', { exact: true })).toBeVisible(patient);
});

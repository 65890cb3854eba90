import { Playground } from './parts/playground.ts';
import { expect, test } from './parts/test.ts';

let lab: Playground;
test.beforeEach(({ page }) => void (lab = new Playground(page)));

test('demonstrations move by key, by button and by drag, and each move is announced', async ({
  page,
}) => {
  await lab.settled();
  const [one, two, three] = await lab.order();

  await lab.handle(1).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => lab.order()).toEqual([two, one, three]);
  await expect(lab.handle(2)).toBeFocused();
  await expect(page.getByText('Demonstration moved from 1 to 2 of 3.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => lab.order()).toEqual([two, three, one]);

  await page.getByRole('button', { name: 'Move demonstration 3 up', exact: true }).click();
  await expect.poll(() => lab.order()).toEqual([two, one, three]);

  const from = await lab.handle(3).boundingBox();
  const to = await lab.handle(1).boundingBox();
  if (!from || !to) throw new Error('handles expected');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y - 10, { steps: 12 });
  await expect(page.locator('li.dragged')).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => lab.order()).toEqual([three, two, one]);

  // Escape lets go of a drag: the order stays.
  const held = await lab.handle(1).boundingBox();
  if (!held) throw new Error('a handle expected');
  await page.mouse.move(held.x + 8, held.y + 8);
  await page.mouse.down();
  await page.mouse.move(held.x + 8, held.y + 400, { steps: 8 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await lab.order()).toEqual([three, two, one]);
});

test('every edit can be undone and redone, typing in strokes @long', async ({ page }) => {
  await lab.settled();
  const rules = await lab.rules.inputValue();
  const [one] = await lab.order();
  await lab.rules.fill('Be short.');
  await page.getByRole('checkbox', { name: 'Use demonstration 2' }).uncheck();
  await page.getByRole('button', { name: 'Delete demonstration 1', exact: true }).click();
  await page.getByText('Decoding', { exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Temperature' }).fill('0.7');
  await lab.query.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' And why?');

  await page.keyboard.press('Control+z');
  await expect(lab.query).not.toHaveValue(/And why/);
  await expect(lab.undo).toHaveAttribute('title', /^Undo turning Temperature/);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0');
  await lab.undo.click();
  expect((await lab.order())[0]).toBe(one);
  await lab.undo.click();
  await expect(page.getByRole('checkbox', { name: 'Use demonstration 2' })).toBeChecked();
  await lab.undo.click();
  await expect(lab.rules).toHaveValue(rules);
  await expect(lab.undo).toBeDisabled();
  for (let step = 0; step < 4; step++) await lab.redo.click();
  await page.keyboard.press('Control+Shift+z');
  await expect(lab.query).toHaveValue(/And why/);
  await expect(lab.redo).toBeDisabled();
});

test('a field that holds no value says so and hinders the run', async ({ page }) => {
  await lab.settled();
  await page.getByText('Decoding', { exact: true }).click();
  const topP = page.getByRole('spinbutton', { name: 'Top-p' });
  await topP.fill('0');
  await expect(topP).toHaveAttribute('aria-invalid', 'true');
  await lab.run.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Top-p' })).toContainText('at most 1');
  await expect(lab.stop).toBeDisabled();
  await topP.fill('0.9');
  await expect(topP).toHaveAttribute('aria-invalid', 'false');
});

test('a URIAL file comes in with its warnings and goes out byte for byte', async ({ page }) => {
  await lab.settled();
  const text =
    '# Instruction\n\nBe brief. \n\n# Query:\n```Two and two?```\n \n# Answer:\n```\nFour.\n```\n\n\n# Query:\n```\nHi\n```\n';
  const field = page.getByLabel('Import a URIAL prompt file');
  await field.setInputFiles({
    name: 'mine.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  await expect.poll(() => lab.order()).toEqual(['Two and two?', 'Hi']);
  await expect(page.getByText(/Line 14: the query has no answer/)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const stream = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(text);

  await field.setInputFiles({
    name: 'no.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear'),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'no.txt: line 1' })).toBeVisible();
  expect(await lab.order()).toEqual(['Two and two?', 'Hi']);
});

test('no demonstrations: the page tells what one is, and adds one', async ({ page }) => {
  await lab.settled();
  for (let n = 0; n < 3; n++) {
    await page.getByRole('button', { name: 'Delete demonstration 1', exact: true }).click();
  }
  await expect(page.getByText('A demonstration is one worked example')).toBeVisible();
  await page.getByRole('button', { name: 'Add a starter demonstration' }).click();
  await expect(lab.part('Query', 1)).toBeFocused();
});

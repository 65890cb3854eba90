import { LabPage } from './parts/lab.ts';
import { looks } from './parts/looks.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

test('a model is chosen with its weights, answers, and is there again after a reload', async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open();
  await lab.model.getByText('Model and device', { exact: true }).click();
  const choice = page.getByRole('combobox', { name: 'Model', exact: true });
  await choice.selectOption('Lab base 2M');
  await expect(choice).toHaveAccessibleDescription(/million parameters/);
  await page.getByRole('combobox', { name: 'Weights' }).selectOption('4-bit weights');
  await page.keyboard.press('Escape');
  await lab.ready();
  await lab.runToEnd();
  await expect(lab.answer('Base + demonstrations')).not.toBeEmpty();
  await page.reload();
  await lab.ready();
  await lab.model.getByText('Model and device', { exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Weights' })).toHaveValue('q4');
});

test('the panel of the device tells what caches take, at any width and in the dark @long', async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open();
  await lab.runToEnd();
  await lab.model.getByText('Model and device', { exact: true }).click();
  const caches = lab.model.getByText(
    /^Caches of runs:\s+[\d.]+ [kM]?B now,\s+[\d.]+ [kM]B at most so far,\s+of\s+[\d.]+ [MG]B allowed\./,
  );
  for (const { colorScheme, width, height } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await expectAccessible(page);
    await caches.scrollIntoViewIfNeeded();
    await expect(caches).toBeInViewport({ ratio: 1 });
  }
});

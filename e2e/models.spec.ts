import { LabPage } from './parts/lab.ts';
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

test('the panel of the device tells what caches take, at any width and in the dark', async ({
  page,
}) => {
  const lab = new LabPage(page);
  await lab.open();
  await lab.runToEnd();
  await lab.model.getByText('Model and device', { exact: true }).click();
  const caches = lab.model.getByText(
    /^Caches of runs:\s+[\d.]+ [kM]?B now,\s+[\d.]+ [kM]B at most so far,\s+of\s+[\d.]+ [MG]B allowed\./,
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expectAccessible(page);
      await caches.scrollIntoViewIfNeeded();
      await expect(caches).toBeInViewport({ ratio: 1 });
    }
  }
});

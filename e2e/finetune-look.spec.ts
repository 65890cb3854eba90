import { FineTunePage } from './parts/fine-tune.ts';
import { expectGoodLooks } from './parts/looks.ts';
import { expect, test } from './parts/test.ts';

test.setTimeout(420_000);

let lab: FineTunePage;
test.beforeEach(({ page }) => void (lab = new FineTunePage(page)));

test('axe finds nothing, empty and full, by day and by night, wide and narrow', async ({
  page,
}) => {
  await lab.go();
  await lab.short('One');
  await expectGoodLooks(page);
  await lab.begin();
  await lab.trained();
  await lab.field('Name of the adapter').fill('Two');
  await page.getByText('More settings').click();
  await lab.field('Seed').fill('2');
  await lab.begin();
  await lab.trained();
  await lab.adapter('One').getByText('What made it').click();
  for (const name of ['One', 'Two'])
    await page.getByRole('checkbox', { name: `Compare ${name}` }).check();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(
    page.getByRole('log', { name: 'Answers side by side' }).getByText('Two'),
  ).toBeVisible({ timeout: 60_000 });
  await expectGoodLooks(page);
});

import { ExperimentsPage } from './parts/experiments.ts';
import { looks, sidewaysScroll } from './parts/looks.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

let lab: ExperimentsPage;
test.beforeEach(({ page }) => void (lab = new ExperimentsPage(page)));

for (const { name, colorScheme, ...viewport } of looks)
  test(`axe finds nothing: ${name}, gallery and editor`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await lab.open();
    await expect(
      page.getByRole('link', { name: /^Open Alignment table, full, [\d,]+ cells/ }),
    ).toBeVisible();
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);

    await lab.study('Order of demonstrations');
    await lab.start.click();
    await expect(lab.title).toHaveCount(0);
    await lab.open();
    await expect(page.getByRole('link', { name: /^Edit a copy/ })).toBeVisible();
    await page.getByText('Paste', { exact: true }).click();
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);

    await lab.study('Greedy search for demonstrations');
    await lab.openAllParts();
    await page.getByRole('textbox', { name: 'Candidates' }).fill('none');
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);

    await page.getByRole('button', { name: /^Edit 20 random/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await lab.view('JSON');
    await lab.json.fill('{');
    await expect(page.getByText(/^Line 1: /)).toBeVisible();
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);
  });

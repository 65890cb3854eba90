import { ExperimentsPage, sidewaysScroll } from './parts/experiments.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

let lab: ExperimentsPage;
test.beforeEach(({ page }) => void (lab = new ExperimentsPage(page)));

const widths = [
  { name: 'desk', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];
for (const scheme of ['light', 'dark'] as const)
  for (const { name, ...viewport } of widths)
    test(`axe finds nothing: ${scheme}, ${name}, gallery and editor`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
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

import { Playground } from './parts/playground.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

const base = 'Base';
const shown = 'Base + demonstrations';

let lab: Playground;
test.beforeEach(({ page }) => void (lab = new Playground(page)));

const widths = [
  { name: 'desk', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];
for (const scheme of ['light', 'dark'] as const) {
  for (const { name, ...viewport } of widths) {
    test(`axe finds nothing: ${scheme}, ${name}, with all panels open`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize(viewport);
      await lab.settled();
      await expectAccessible(page);
      await lab.query.fill('Old now');
      if (name === 'phone') await page.getByText('Recipe', { exact: true }).click();
      await page.getByText('Decoding', { exact: true }).click();
      await page.getByRole('spinbutton', { name: 'Temperature' }).fill('9');
      await page.getByRole('checkbox', { name: 'Use demonstration 2' }).uncheck();
      await lab.arm(shown).getByText('Prompt', { exact: true }).click();
      await lab.arm(base).getByText('Set up').click();
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}

import { looks, sidewaysScroll } from './parts/looks.ts';
import { Playground } from './parts/playground.ts';
import { expect, expectAccessible, test } from './parts/test.ts';

const base = 'Base';
const shown = 'Base + demonstrations';

let lab: Playground;
test.beforeEach(({ page }) => void (lab = new Playground(page)));

for (const { name, colorScheme, ...viewport } of looks)
  test(`axe finds nothing: ${name}, with all panels open`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await lab.settled();
    await expectAccessible(page);
    await lab.query.fill('Old now');
    if (name === 'dark, phone') await page.getByText('Recipe', { exact: true }).click();
    await page.getByText('Decoding', { exact: true }).click();
    await page.getByRole('spinbutton', { name: 'Temperature' }).fill('9');
    await page.getByRole('checkbox', { name: 'Use demonstration 2' }).uncheck();
    await lab.arm(shown).getByText('Prompt', { exact: true }).click();
    await lab.arm(base).getByText('Set up').click();
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);
  });

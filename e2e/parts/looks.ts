import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './test.ts';

/**
 * How a place is looked at: both schemes and both widths, each once. Contrast hangs on the scheme and layout on
 * the width, so two looks find what four would.
 */
export const looks = [
  { name: 'light, desk', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'dark, phone', colorScheme: 'dark', width: 390, height: 844 },
] as const;

/** Whether nothing sticks out at the side. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page as it stands, in every look: accessible, and nothing sticks out at the side. */
export async function expectGoodLooks(page: Page): Promise<void> {
  for (const { colorScheme, width, height } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);
  }
}

import type { Page } from '@playwright/test';

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

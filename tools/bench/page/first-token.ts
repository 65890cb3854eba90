import { chromium } from '@playwright/test';
import { browserFlags, browserPath, plainFlags } from '../../browser.ts';

export interface FirstToken {
  device: string;
  /** Milliseconds from navigation to the model's readiness and to the first text of an answer. */
  ready: number;
  first: number;
}

/** Opens the lab as a new reader would, in a fresh profile, and times its first words. */
export async function firstToken(address: string, device: 'wasm' | 'webgpu'): Promise<FirstToken> {
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: device === 'webgpu' ? browserFlags : plainFlags,
  });
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    const now = () => page.evaluate(() => performance.now());
    await page.getByRole('region', { name: 'Model' }).getByText('tokens of context').waitFor();
    const ready = await now();
    await page.waitForFunction(
      () => [...document.querySelectorAll('[role=log]')].some((log) => log.textContent?.trim()),
      undefined,
      { polling: 20, timeout: 120_000 },
    );
    return { device, ready, first: await now() };
  } finally {
    await browser.close();
  }
}

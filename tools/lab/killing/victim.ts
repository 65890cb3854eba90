import type { Browser } from '@playwright/test';
import { Problem } from '../../../src/domain/problem.ts';
import { DrivenPage, PageGone } from '../driven-page.ts';
import { ResultsFolder } from '../folder.ts';
import { goOn, type Wanted } from '../go-on.ts';
import type { Belongings } from '../part.ts';
import type { Victim } from './survive.ts';

/** Begins a run of the headless page, or goes on with what its folder holds. */
export async function drivenVictim(
  path: string,
  wanted: Wanted & Belongings,
  browser: Browser,
  address: string,
): Promise<Victim> {
  const folder = await ResultsFolder.open(path, wanted);
  let kept = 0;
  const driven = await goOn(
    folder,
    wanted,
    (driver, weights) =>
      DrivenPage.open(
        browser,
        address,
        async (message) => {
          await driver(message);
          if (message.kind === 'cell') kept++;
        },
        weights,
      ),
    () => undefined,
  );
  const { page } = driven;
  const run = async (): Promise<boolean> => {
    try {
      await folder.finish(await driven.run(new AbortController().signal));
      return true;
    } catch (thrown) {
      // one block may lose three workers; then the run asks to be begun again
      const struck = thrown instanceof Problem && thrown.code === 'worker-crashed';
      if (struck || thrown instanceof PageGone) return false;
      throw thrown;
    }
  };
  const ended = run();
  ended.catch(() => undefined); // whoever waits for it hears of it
  return {
    page,
    browser,
    kept: () => kept,
    ended,
    close: async () => {
      await page.close().catch(() => undefined);
      await folder.close();
    },
  };
}

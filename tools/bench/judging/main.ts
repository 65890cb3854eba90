import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser, plainFlags } from '../../browser.ts';
import { buildBenchPage, serveFolders } from '../engine/browser/serve.ts';
import { costOf, inWords, ms } from '../experiments/tasks.ts';
import { median } from '../median.ts';
import type { Role } from './page/main.ts';

const folder = '.cache/bench/judging';
/** Looks at each way of working, taken in turn. */
const looks = 5;
const time = 4_000;

/** What typing costs the page's thread, and how long a letter takes to stand there. */
async function typing(page: Page): Promise<{ words: string; letter: number }> {
  const letters: number[] = [];
  const cost = await costOf(page, async () => {
    await page.getByLabel('Typed').focus();
    for (const letter of 'How far is the sea from here?') {
      const start = performance.now();
      await page.keyboard.press(letter);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      letters.push(performance.now() - start);
    }
  });
  return { words: inWords(cost), letter: median(letters) };
}

/** Measures what a judge in a second worker leaves to the first one, and to a reader who types. @returns the exit code */
export async function benchJudging(): Promise<number> {
  const executablePath = ensureBrowser();
  await buildBenchPage(
    `${process.cwd()}/${folder}`,
    fileURLToPath(new URL('page', import.meta.url)),
  );
  const server = await serveFolders([
    ['/models/', 'public/models'],
    ['/', folder],
  ]);
  const browser = await chromium.launch({ executablePath, args: plainFlags });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(server.address);
    await page.evaluate(() => window.judgeBench.load('arms', 'lab-base-4m'));
    await page.evaluate(() => window.judgeBench.load('judge', 'lab-instruct-4m'));
    const work = (roles: readonly Role[]) =>
      page.evaluate(([who, long]) => window.judgeBench.together(who, long), [roles, time] as const);
    await work(['arms', 'judge']); // warm
    const alone: Record<Role, number[]> = { arms: [], judge: [] };
    const beside: Record<Role, number[]> = { arms: [], judge: [] };
    for (let look = 0; look < looks; look++) {
      for (const role of ['arms', 'judge'] as const)
        alone[role].push((await work([role]))[role] ?? NaN);
      const both = await work(['arms', 'judge']);
      for (const role of ['arms', 'judge'] as const) beside[role].push(both[role] ?? NaN);
    }
    console.log(`${availableParallelism()} cores, headless Chromium, wasm, n = ${looks}, medians`);
    for (const role of ['arms', 'judge'] as const) {
      const [one, two] = [median(alone[role]), median(beside[role])];
      console.log(
        `  ${role}: alone ${one.toFixed(0)} tokens a second, beside the other ${two.toFixed(0)}; x ${(two / one).toFixed(2)}`,
      );
    }
    const idle = await typing(page);
    const busy = work(['arms', 'judge']);
    const meanwhile = await typing(page);
    await busy;
    console.log(`  typing, nobody at work: ${ms(idle.letter)} a letter; ${idle.words}`);
    console.log(`  typing, both at work: ${ms(meanwhile.letter)} a letter; ${meanwhile.words}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

import type { Browser, Page } from '@playwright/test';
import type { Cell } from '../../src/domain/cell.ts';
import { Problem } from '../../src/domain/problem.ts';
import type {
  Answer,
  Driver,
  Order,
  Outcome,
  PlanReport,
  ServedLeave,
  Weights,
} from '../../src/headless/driver.ts';

/** Milliseconds that a busy machine may take to open the page. */
const patience = 180_000;
/** Cells that are handed over at once. */
const portion = 500;

/** The page, or its browser, ended in the middle. */
export class PageGone extends Error {
  override readonly name = 'PageGone';

  constructor(thrown: unknown) {
    const [why = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    super(
      `The page ended (${why}). What is finished is kept; the same command goes on from there.`,
      { cause: thrown },
    );
  }
}

/** The page without a reader, from the side of the program that drives it. */
export class DrivenPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param address of the lab, ending in a slash */
  static async open(
    browser: Browser,
    address: string,
    driver: Driver,
    weights: Weights = () => Promise.resolve(null),
  ): Promise<DrivenPage> {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    await page.exposeFunction('labDriver' satisfies keyof Window, driver);
    await page.exposeFunction('labWeights' satisfies keyof Window, weights);
    await page.goto(`${address}headless.html`);
    await page.waitForFunction(() => 'lab' in window);
    return new DrivenPage(page);
  }

  /** @throws Problem where the document is refused */
  async order(order: Order, cells: Iterable<Cell> = []): Promise<void> {
    valueOf(await this.page.evaluate((given) => window.lab.open(given), order));
    let next: Cell[] = [];
    const hand = async () => {
      await this.page.evaluate((given) => window.lab.give(given), next);
      next = [];
    };
    for (const cell of cells) if (next.push(cell) === portion) await hand();
    await hand();
  }

  /** @throws Problem where a key is none */
  async serve(leave: ServedLeave): Promise<void> {
    valueOf(await this.page.evaluate((given) => window.lab.serve(given), leave));
  }

  /** @throws Problem, PageGone */
  plan(signal: AbortSignal): Promise<PlanReport> {
    return this.#call(signal, () => this.page.evaluate(() => window.lab.plan()));
  }

  /** @throws Problem, PageGone */
  run(signal: AbortSignal): Promise<Outcome> {
    return this.#call(signal, () => this.page.evaluate(() => window.lab.run()));
  }

  async #call<Value>(signal: AbortSignal, ask: () => Promise<Answer<Value>>): Promise<Value> {
    const stop = () => void this.page.evaluate(() => window.lab.stop()).catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    try {
      if (signal.aborted) stop();
      const answer = await ask().catch((thrown: unknown) => {
        throw new PageGone(thrown);
      });
      return valueOf(answer);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

function valueOf<Value>(answer: Answer<Value>): Value {
  if ('problem' in answer) throw new Problem(answer.problem);
  return answer.value;
}

import type { Browser, Page } from '@playwright/test';
import { bring, type Death, type Fate } from './deaths.ts';

/** A run at work that may be killed: in this program's driven page, or in a reader's. */
export interface Victim {
  readonly page: Page;
  readonly browser: Browser;
  /** Cells that it finished by itself. */
  readonly kept: () => number;
  /** Resolves when it stands still: true at its end, false where it was cut off; rejects for any other reason. */
  readonly ended: Promise<boolean>;
  /** Clears away what is left of it. */
  readonly close: () => Promise<void>;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for a fate's moment; gives up when the victim stands still. @returns whether it still goes on */
async function moment({ kept, ended }: Victim, { cells, delay }: Fate): Promise<boolean> {
  let goesOn = true;
  const still = ended.then(() => (goesOn = false));
  const start = kept();
  while (goesOn && kept() < start + cells) await Promise.race([still, sleep(20)]);
  await Promise.race([still, sleep(delay)]);
  return goesOn;
}

/**
 * Runs to the end whatever happens: begun again after every death, until nobody is left to die.
 * @param start begins, or goes on where the last session was cut off
 * @param fates are drawn one by one; where there are no more, the run is left in peace
 * @param died is told of every death
 * @returns how many sessions it took
 */
export async function survive(
  start: () => Promise<Victim>,
  fates: Iterator<Fate>,
  died: (death: Death) => void,
): Promise<number> {
  for (let sessions = 1; ; sessions++) {
    const victim = await start();
    try {
      await strike(victim, fates, died);
      if (await victim.ended) return sessions;
    } finally {
      await victim.close();
    }
  }
}

/** Deals out deaths until the victim stands still, or there are no more. */
async function strike(
  victim: Victim,
  fates: Iterator<Fate>,
  died: (death: Death) => void,
): Promise<void> {
  for (let next = fates.next(); !next.done; next = fates.next()) {
    if (!(await moment(victim, next.value))) return;
    const { death } = next.value;
    try {
      if (await bring(death, victim.page, victim.browser)) died(death);
    } catch {
      return; // it came to its end in the same moment
    }
    // a worker is replaced while its page goes on; who else dies ends the session
    if (death !== 'worker crashed') return;
  }
}

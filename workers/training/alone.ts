import { Problem } from '../../src/domain/problem.ts';

/** What Web Locks give, as far as it is needed; tests give their own. */
export type Locks = Pick<LockManager, 'request'>;

/** How often a lock is asked for, and how long between in milliseconds: a tab that just closes still holds its. */
export interface Patience {
  readonly tries: number;
  readonly pause: number;
}

const patient: Patience = { tries: 25, pause: 200 };

/**
 * Does work that no other tab does at the same time: two that train the same would write the same checkpoint.
 * Where a browser has no locks the work is done all the same.
 * @throws Problem 'bad-input' where another tab is at it, and stays so
 */
export async function alone<Value>(
  id: string,
  work: () => Promise<Value>,
  { tries, pause } = patient,
  locks: Locks | undefined = (navigator as { locks?: LockManager }).locks,
): Promise<Value> {
  if (!locks) return work();
  for (let left = tries; left > 0; left--) {
    const done = await locks.request(`training ${id}`, { ifAvailable: true }, async (lock) =>
      lock ? { value: await work() } : null,
    );
    if (done) return done.value;
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Problem({
    code: 'bad-input',
    message: 'This training is under way in another tab.',
    remedy: 'Wait there until it is done, or stop it there; it can then go on here.',
  });
}

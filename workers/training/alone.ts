import { Problem } from '../../src/domain/problem.ts';

/** What Web Locks give, as far as it is needed; tests give their own. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Does work that no other tab does at the same time: two that train the same would write the same checkpoint.
 * Where a browser has no locks the work is done all the same.
 * @throws Problem 'bad-input' where another tab is at it
 */
export function alone<Value>(
  id: string,
  work: () => Promise<Value>,
  locks: Locks | undefined = (navigator as { locks?: LockManager }).locks,
): Promise<Value> {
  if (!locks) return work();
  return locks.request(`training ${id}`, { ifAvailable: true }, (lock) => {
    if (lock) return work();
    throw new Problem({
      code: 'bad-input',
      message: 'This training is under way in another tab.',
      remedy: 'Wait there until it is done, or stop it there; it can then go on here.',
    });
  });
}

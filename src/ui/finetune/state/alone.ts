import { Problem } from '../../../domain/problem.ts';
import { whileHolding } from '../../../store/locks.ts';

/** How often, and how long between in milliseconds, a tab that is just closing is waited for. */
const tries = 25;
const pause = 200;

/**
 * Works on a training while no other tab does.
 * @throws Problem 'bad-input' where another one goes on with it
 */
export async function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
  const busy = Symbol('busy');
  for (let tried = 1; ; tried++) {
    const outcome = await whileHolding<T, typeof busy>(`incontext-lab/training/${id}`, work, {
      onBusy: (): typeof busy => busy,
    });
    if (outcome !== busy) return outcome as T;
    if (tried >= tries) throw elsewhere();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function elsewhere(): Problem {
  return new Problem({
    code: 'bad-input',
    message: 'Another tab of this browser works on this training.',
    remedy: 'Look there, or close it and go on here.',
  });
}

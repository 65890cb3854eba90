import { Problem } from '../../domain/problem.ts';

/** A block that broke so many workers is given up, and with it the run. */
const mostFailures = 3;

export function stopped(): Problem {
  return new Problem({
    code: 'cancelled',
    message: 'The experiment was stopped.',
    remedy: 'Its results are kept; it goes on from there when you resume it.',
  });
}

/**
 * Works a block out, with a fresh worker after a failure.
 * @param worker `give` has it begin anew
 * @throws Problem where it keeps failing, or what no fresh worker heals; 'cancelled' after an abort
 */
export async function persist(
  work: () => Promise<void>,
  worker: { give(): void },
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; ;) {
    if (signal.aborted) throw stopped();
    try {
      return await work();
    } catch (thrown) {
      if (signal.aborted) throw stopped();
      const { code } = Problem.from(thrown);
      const mayHeal = code === 'worker-crashed' || code === 'device-failed';
      if (!mayHeal || ++failures === mostFailures) throw thrown;
      worker.give();
    }
  }
}

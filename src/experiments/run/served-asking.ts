import { Problem } from '../../domain/problem.ts';
import type { PlannedCell } from '../plan/plan.ts';
import { failedCell, type BlockGround } from './block.ts';

/** So many cells without a single answer among them, and the server is taken for gone. */
const mostInVain = 10;

/** Whether a failure is one cell's own: the next request may succeed. */
const ofOneCell = ({ code }: Problem): boolean =>
  code === 'remote-failed' || code === 'bad-input' || code === 'context-exceeded';

/**
 * Asks a served model for all cells, as many at a time as the reader allows. One that fails after all attempts is
 * kept as failed.
 * @param ask gets and keeps one; rejects with a Problem
 * @throws Problem where no other would succeed either: the server refuses, the budget is spent, or nobody
 *   has answered for a while
 */
export async function askAll(
  cells: readonly PlannedCell[],
  ask: (planned: PlannedCell, signal: AbortSignal) => Promise<void>,
  ground: Pick<BlockGround, 'signal' | 'keep'>,
): Promise<void> {
  const end = new AbortController();
  const signal = AbortSignal.any([ground.signal, end.signal]);
  let [answered, inVain] = [0, 0];
  let broken: Problem | null = null;
  const giveUp = (problem: Problem) => {
    broken ??= problem;
    // what is under way within the budget is paid for; what waits is refused by itself
    if (problem.code !== 'budget-spent') end.abort(problem);
  };
  const one = async (planned: PlannedCell) => {
    try {
      await ask(planned, signal);
      answered++;
    } catch (thrown) {
      if (signal.aborted) return;
      const problem = Problem.from(thrown);
      if (!ofOneCell(problem)) return giveUp(problem);
      ground.keep(failedCell(planned.key, problem.report()));
      const gone = problem.code === 'remote-failed' && ++inVain >= mostInVain && answered === 0;
      if (gone) giveUp(problem);
    }
  };
  await Promise.all(cells.map(one));
  if (broken) throw broken;
}

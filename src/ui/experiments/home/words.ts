import type { ExperimentRecord } from '../../../domain/experiment.ts';
import { counted } from '../../parts/format.ts';

type Told = Pick<ExperimentRecord, 'state' | 'cells'>;

/** How an experiment stands, in a word or two. */
export function stateWord({ state, cells }: Told): string {
  if (state === 'running') return 'Running';
  if (state === 'finished') return 'Finished';
  return cells.total === 0 ? 'Not started' : 'Paused';
}

/** How far it is: "40 of 64 cells, 2 failed"; empty where nothing was asked. */
export function progressWords({ cells: { total, done, failed } }: Told): string {
  if (total === 0) return '';
  const whole = counted(total, 'cell');
  const far = done === total ? whole : `${done.toLocaleString()} of ${whole}`;
  return failed === 0 ? far : `${far}, ${failed.toLocaleString()} failed`;
}

import type { ExperimentRecord } from '../../../../domain/experiment.ts';
import type { Round } from '../../../../experiments/plan/plan.ts';

/** The keys of all cells that rounds ask for. */
export const keysOf = (rounds: readonly Pick<Round, 'cells'>[]): ReadonlySet<string> =>
  new Set(rounds.flatMap(({ cells }) => cells.map(({ key }) => key)));

/** A record under another name. Its document stays: arms may be named after its title. */
export const renamed = (record: ExperimentRecord, title: string): ExperimentRecord => ({
  ...record,
  title,
  updatedAt: new Date().toISOString(),
});

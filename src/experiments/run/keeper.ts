import type { Cell } from '../../domain/cell.ts';
import type { ExperimentRecord } from '../../domain/experiment.ts';
import type { Round } from '../plan/plan.ts';

/** What a run keeps, and where it finds what was kept before: the store of experiments. */
export interface Keeper {
  put(record: ExperimentRecord): Promise<void>;
  putRound(round: Round): Promise<void>;
  /** As they were stored; a schema checks them. */
  rounds(experiment: string): Promise<unknown[]>;
  /** One transaction: a key is stored once, and a failed cell gives way to a newer one. */
  addCell(cell: Cell, recipe?: { hash: string; text: string }): Promise<unknown>;
  /** Keys that are stored, and how they ended. */
  cellStates(keys: readonly string[]): Promise<Map<string, 'done' | 'failed'>>;
  cells(keys: readonly string[]): Promise<Map<string, Cell>>;
}

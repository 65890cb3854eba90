import type { Cell } from '../../domain/cell.ts';
import type { HandRating } from '../../domain/experiment.ts';
import type { Scored } from '../../scoring/answered.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedArm, PlannedCell, PlannedItem, Round } from '../plan/plan.ts';

/** One planned cell with what came of it; what judges said of an answer is in its scores, too. */
export interface ResultRow {
  readonly round: number;
  readonly planned: PlannedCell;
  readonly arm: PlannedArm;
  readonly item: PlannedItem;
  /** Undefined where it is still to come. */
  readonly cell: Cell | undefined;
  /** By scorer id; only where the cell is of a kind that the scorer judges. */
  readonly scores: Readonly<Record<string, Scored>>;
}

/** All that is known of an experiment: what is analysed, shown, reported and exported. */
export interface Results {
  readonly document: ExperimentDocument;
  readonly rounds: readonly Round[];
  readonly rows: readonly ResultRow[];
  /** Given by hand; absent for none. */
  readonly ratings?: readonly HandRating[];
}

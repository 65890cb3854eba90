import * as v from 'valibot';
import { Cell } from '../../domain/cell.ts';
import { ExperimentRecord, HandRating } from '../../domain/experiment.ts';
import { recordKind } from '../records.ts';

export const experimentKind = recordKind(ExperimentRecord, 'experiment');
export const cellKind = recordKind(Cell, 'cell', 'cells', 'key');
export const ratingKind = recordKind(HandRating, 'rating');

const text = v.pipe(v.string(), v.minLength(1));

/**
 * What the store has to know of a round: whose it is, its place, and the cells that it names. All else is
 * for those who read it, who have its schema.
 */
const RoundHead = v.object({
  id: text,
  experiment: text,
  number: v.pipe(v.number(), v.integer(), v.minValue(0)),
  cells: v.array(v.object({ key: text })),
});
export type RoundHead = v.InferOutput<typeof RoundHead>;

export const roundKind = recordKind(RoundHead, 'round');

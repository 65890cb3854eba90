import * as v from 'valibot';
import { CellModel } from './cell.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * How far an experiment is. `running` in a record whose lock nobody holds means that its tab was closed in
 * the middle; `stopped` keeps its results and may go on.
 */
export const ExperimentState = v.picklist(['running', 'stopped', 'finished']);
export type ExperimentState = v.InferOutput<typeof ExperimentState>;

/** One experiment of this machine, as a list shows it; its plan and its cells are stored apart. */
export const ExperimentRecord = v.object({
  schema: v.literal(1),
  id: v.pipe(text, v.minLength(1)),
  createdAt: v.pipe(text, v.isoTimestamp()),
  updatedAt: v.pipe(text, v.isoTimestamp()),
  title: text,
  /** The study of the gallery that it began as, E1 to E15; null for one of the reader's own. */
  template: v.nullable(text),
  state: ExperimentState,
  /** Cells in all, stored, and failed; an adaptive experiment learns its total round by round. */
  cells: v.object({ total: count, done: count, failed: count }),
  /** The weights that it ran on, first the chosen one. */
  models: v.array(CellModel),
  /** The experiment document; src/experiments/document has its schema. */
  document: v.unknown(),
});
export type ExperimentRecord = v.InferOutput<typeof ExperimentRecord>;

/**
 * What one reader did while rating without knowing the arms: judged one answer, or two side by side, passed
 * over them, or had the arms shown. What a rater judges after that is not blind, and does not count.
 */
export const HandRating = v.object({
  schema: v.literal(1),
  id: v.pipe(text, v.minLength(1)),
  experiment: v.pipe(text, v.minLength(1)),
  /** Who rated: a name of the reader's choice. */
  rater: v.pipe(text, v.minLength(1)),
  createdAt: v.pipe(text, v.isoTimestamp()),
  judgment: v.variant('kind', [
    v.object({
      kind: v.literal('single'),
      /** Key of the answer's cell. */
      cell: text,
      rating: v.pipe(count, v.minValue(1), v.maxValue(10)),
    }),
    v.object({
      kind: v.literal('pair'),
      /** Keys of the cells, in the order shown. */
      left: text,
      right: text,
      better: v.picklist(['left', 'right', 'tie']),
    }),
    v.object({
      kind: v.literal('skip'),
      /** Keys of the cells that were passed over together. */
      cells: v.pipe(v.array(text), v.minLength(1), v.maxLength(2)),
    }),
    v.object({ kind: v.literal('reveal') }),
  ]),
});
export type HandRating = v.InferOutput<typeof HandRating>;
export type Judgment = HandRating['judgment'];

import { breathing } from '../../domain/breathing.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import type { Where } from '../document/contrast.ts';
import { axisOf, referenceLevels, type Axis, type AxisLevel } from './axes.ts';
import { estimateOf, type Estimate, type Question } from './estimate.ts';
import type { ResultIndex } from './index-rows.ts';
import type { DocumentScorer } from './scorers.ts';

/** Means by two axes. */
export interface Table {
  /** Which part of the results it shows, such as the level of a figure's panel; empty for all. */
  readonly title: string;
  readonly scorer: DocumentScorer;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Rows x columns; null where nothing was asked, or nothing is there yet. */
  readonly cells: readonly (readonly (Estimate | null)[])[];
}

/** What a table shows: its axes, by name or made. */
export interface TableAxes extends Question {
  readonly rows: string | Axis;
  readonly columns: string | Axis;
  readonly title?: string;
}

/**
 * References stand on a factor's axis, the rows' where both are factors. They have no level of the other
 * one, so each is the same all along it.
 */
function withReferences(index: ResultIndex, rows: Axis, columns: Axis): [Axis, Axis] {
  const longer = (axis: Axis) => ({
    ...axis,
    levels: [...axis.levels, ...referenceLevels(index)],
  });
  if (rows.of === 'arms' || columns.of === 'arms') return [rows, columns];
  if (rows.of === 'factor') return [longer(rows), columns];
  return columns.of === 'factor' ? [rows, longer(columns)] : [rows, columns];
}

/** A reference's levels; else those of the row, of the column and of the whole table, together. */
export function whereOf(row: AxisLevel, column: AxisLevel, all: Where): Where {
  const where = { ...all, ...row.where, ...column.where };
  if (!row.reference && !column.reference) return where;
  const { reference, turn } = where;
  return { ...(reference && { reference }), ...(turn && { turn }) };
}

/**
 * A table of means by two axes, with the references as further rows, or as further columns where only the
 * columns are of a factor; the page may work meanwhile.
 * @throws Problem 'bad-input' for an axis or a scorer that the document does not have
 */
export async function tableOf(
  index: ResultIndex,
  { title = '', ...axes }: TableAxes,
  rest: Rest = breathing(),
): Promise<Table> {
  const { rows: ofRows, columns: ofColumns, ...question } = axes;
  const axis = (named: string | Axis) =>
    typeof named === 'string' ? axisOf(index, named, question.round) : named;
  const [rows, columns] = withReferences(index, axis(ofRows), axis(ofColumns));
  const cells: (Estimate | null)[][] = [];
  for (const row of rows.levels) {
    const line: (Estimate | null)[] = [];
    for (const column of columns.levels)
      line.push(
        await estimateOf(
          index,
          {
            ...question,
            where: whereOf(row, column, question.where ?? {}),
            items: { ...question.items, ...row.items, ...column.items },
          },
          rest,
        ),
      );
    cells.push(line);
  }
  return { title, scorer: index.scorer(question.scorer), rows, columns, cells };
}

/** Means by category of the items. Errors as in `tableOf`. */
export const categoryTable = (
  index: ResultIndex,
  question: Omit<TableAxes, 'columns'>,
  rest: Rest = breathing(),
): Promise<Table> => tableOf(index, { ...question, columns: 'category' }, rest);

import { breathing } from '../../domain/breathing.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import type { Figure } from '../document/figure.ts';
import { armAxis, axisOf, type Axis, type AxisLevel } from './axes.ts';
import type { Question } from './estimate.ts';
import type { ResultIndex } from './index-rows.ts';
import { tableOf, type Table } from './tables.ts';

/** A figure's axes as a table's, and the axes that its panels stand along. */
interface Layout {
  readonly rows: string | Axis;
  readonly columns: string;
  readonly panels: readonly (string | undefined)[];
}

/** A search's table is of its check; `searchOf` has its rounds. `shiftOf` has what a shift shows. */
function layoutOf(index: ResultIndex, figure: Figure): Layout {
  switch (figure.kind) {
    case 'table':
      return { rows: figure.rows, columns: figure.columns, panels: [] };
    case 'heatmap':
      return { rows: figure.y, columns: figure.x, panels: [figure.rows, figure.panels] };
    case 'bands':
      return { rows: figure.x, columns: figure.lines, panels: [figure.panels] };
    case 'dots':
      return { rows: figure.x, columns: figure.groups, panels: [figure.panels] };
    case 'histogram':
      return { rows: armAxis(index), columns: 'turn', panels: [] };
    case 'shift':
      return { rows: figure.arms, columns: 'turn', panels: [] };
  }
}

/** All combinations of the panels' levels; one without any where a figure has no panels. */
function panelsOf(index: ResultIndex, names: Layout['panels'], round?: number): AxisLevel[] {
  const whole: AxisLevel = { label: '', where: {}, reference: false };
  return names
    .filter((name) => name !== undefined)
    .map((name) => axisOf(index, name, round).levels)
    .reduce<AxisLevel[]>(
      (panels, levels) =>
        panels.flatMap((panel) =>
          levels.map((level) => ({
            label: panel.label === '' ? level.label : `${panel.label} · ${level.label}`,
            where: { ...panel.where, ...level.where },
            items: { ...panel.items, ...level.items },
            reference: false,
          })),
        ),
      [whole],
    );
}

/**
 * The numbers of a document's figure: a table for each of its panels.
 * @param question the scorer, and which part of the results, where it is not all
 * @throws Problem 'bad-input' for an axis or a scorer that the document does not have
 */
export async function figureTables(
  index: ResultIndex,
  question: Question = {},
  rest: Rest = breathing(),
): Promise<Table[]> {
  const { rows, columns, panels } = layoutOf(index, index.document.figure);
  const tables: Table[] = [];
  for (const { label, where, items } of panelsOf(index, panels, question.round))
    tables.push(
      await tableOf(
        index,
        {
          ...question,
          rows,
          columns,
          title: label,
          where: { ...question.where, ...where },
          items: { ...question.items, ...items },
        },
        rest,
      ),
    );
  return tables;
}

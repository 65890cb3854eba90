import type { Where } from '../../document/contrast.ts';
import { axisOf, referenceLevels, type Axis, type AxisLevel } from '../../results/axes.ts';
import { estimateOf, type Question } from '../../results/estimate.ts';
import type { ResultIndex } from '../../results/index-rows.ts';
import type { Rest } from '../../../scoring/statistics/steps.ts';
import { isChosen, turnsWanted, type ItemChoice } from '../../results/parts.ts';
import type { FigurePoint } from '../data.ts';

/** What a figure asks of results: which scorer, which part, and when to let the page work. */
export interface Asking {
  readonly index: ResultIndex;
  readonly question: Question;
  readonly rest: Rest;
}

/** A level of each of some axes. */
interface Place {
  readonly at: Readonly<Record<string, string>>;
  readonly where: Where;
  readonly items: ItemChoice;
}

/** Keys of the cells that an estimate is made of, those still to come among them. */
export function cellsBehind(index: ResultIndex, question: Question): string[] {
  const scorer = index.scorer(question.scorer);
  const keys = index
    .armsOf(question)
    .flatMap((arm) =>
      turnsWanted(index, arm, question, scorer).flatMap((turn) =>
        [...index.rowsOf(arm, turn, scorer).values()].flatMap((bySeed) =>
          [...bySeed.values()]
            .filter(({ item }) => isChosen(item, question.items ?? {}))
            .map(({ planned }) => planned.key),
        ),
      ),
    );
  return [...new Set(keys)];
}

/** The estimate of a question as a point; nothing where there is none. */
export async function pointOf(
  { index, rest }: Pick<Asking, 'index' | 'rest'>,
  question: Question,
  at: FigurePoint['at'],
  label = Object.values(at).join(', '),
): Promise<FigurePoint[]> {
  const estimate = await estimateOf(index, question, rest);
  if (!estimate) return [];
  const { value, low, high, n, seeds, missing, errors } = estimate;
  const cells = cellsBehind(index, question);
  return [{ label, at, value, low, high, n, seeds, missing, errors, cells }];
}

const combined = (axes: readonly Axis[]): Place[] =>
  axes.reduce<Place[]>(
    (places, { name, levels }) =>
      places.flatMap((place) =>
        levels.map(({ label, where, items }) => ({
          at: { ...place.at, [name]: label },
          where: { ...place.where, ...where },
          items: { ...place.items, ...items },
        })),
      ),
    [{ at: {}, where: {}, items: {} }],
  );

async function pointsOf({ index, question, rest }: Asking, places: readonly Place[]) {
  const points: FigurePoint[] = [];
  for (const { at, where, items } of places)
    points.push(
      ...(await pointOf(
        { index, rest },
        {
          ...question,
          where: { ...question.where, ...where },
          items: { ...question.items, ...items },
        },
        at,
      )),
    );
  return points;
}

/** Every combination of the axes' levels. */
export const pointsOver = (asking: Asking, axes: readonly Axis[]): Promise<FigurePoint[]> =>
  pointsOf(asking, combined(axes));

/**
 * The document's references, at each level of those axes that are not of factors: a reference is outside
 * the factors and has turns and questions alone.
 * @param name the axis that they stand on: a table's rows, or "reference"
 */
export function referencePoints(
  asking: Asking,
  axes: readonly Axis[],
  name = 'reference',
): Promise<FigurePoint[]> {
  const levels = referenceLevels(asking.index);
  const others = axes.filter(
    ({ of, name: own }) => own !== name && of !== 'factor' && of !== 'arms',
  );
  return pointsOf(asking, combined([{ name, of: 'arms', levels }, ...others]));
}

/** An axis by its name. A search's own factors are there only once their round is planned. */
export function plannedAxis(index: ResultIndex, name: string): Axis {
  const { search } = index.document;
  const checked = index.results.rounds.some(({ purpose }) => purpose !== 'search');
  if (search && !checked) return { name, of: 'factor', levels: [] };
  return axisOf(index, name);
}

/** An axis of panels: turns one by one, since their mean is no third turn. */
export function panelAxis(index: ResultIndex, name: string): Axis {
  const axis = plannedAxis(index, name);
  if (axis.of !== 'turns') return axis;
  return { ...axis, levels: axis.levels.filter(({ where }) => 'turn' in where) };
}

/** An axis as figures have it. */
export const shownAxis = ({ name, levels }: Axis, more: readonly AxisLevel[] = []) => ({
  name,
  levels: [...levels, ...more].map(({ label }) => label),
});

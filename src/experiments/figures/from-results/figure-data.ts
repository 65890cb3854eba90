import { breathing } from '../../../domain/breathing.ts';
import type { Figure } from '../../document/figure.ts';
import { paperOf } from '../../gallery/paper.ts';
import { referenceLevels, type Axis } from '../../results/axes.ts';
import type { Question } from '../../results/estimate.ts';
import type { ResultIndex } from '../../results/index-rows.ts';
import type { Rest } from '../../../scoring/statistics/steps.ts';
import { searchScorer } from '../../search/standings.ts';
import type { FigureData, Measure } from '../data.ts';
import { pointsOf } from '../points.ts';
import { intervalText, measureOf } from './measure.ts';
import {
  panelAxis,
  plannedAxis,
  pointsOver,
  referencePoints,
  shownAxis,
  type Asking,
} from './points.ts';
import { searchRounds } from './search-figure.ts';
import { shiftPoints } from './shift-figure.ts';
import { sourceOf } from './source.ts';

export interface FigureChoice {
  /** Another form than the document's. */
  readonly figure?: Figure;
  readonly title?: string;
  /** The scorer, and which part of the results, where it is not all by the document's first. */
  readonly question?: Question;
  readonly rest?: Rest;
}

/** What a kind of figure shows, without what all say of themselves. */
type Shown = {
  [Kind in FigureData['kind']]: Omit<
    Extract<FigureData, { kind: Kind }>,
    'title' | 'measure' | 'interval' | 'counted' | 'source' | 'paper'
  >;
}[FigureData['kind']];

type Form<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

/** References are further rows, or columns where only those are of a factor. */
async function table(asking: Asking, { rows: r, columns: c }: Form<'table'>): Promise<Shown> {
  const [rows, columns] = [plannedAxis(asking.index, r), plannedAxis(asking.index, c)];
  const factor = [rows, columns].find(({ of }) => of === 'factor');
  const byArm = [rows, columns].some(({ of }) => of === 'arms');
  const [host, other] = factor === columns ? [columns, rows] : [rows, columns];
  const beside = !byArm && factor && other.of !== 'factor';
  const more = beside ? referenceLevels(asking.index) : [];
  return {
    kind: 'table',
    rows: shownAxis(rows, host === rows ? more : []),
    columns: shownAxis(columns, host === columns ? more : []),
    points: [
      ...(await pointsOver(asking, [rows, columns])),
      ...(beside ? await referencePoints(asking, [rows, columns], host.name) : []),
    ],
  };
}

async function shownIn(asking: Asking, figure: Figure): Promise<Shown> {
  const axis = (name: string): Axis => plannedAxis(asking.index, name);
  const maybe = (name: string | undefined): Axis | null =>
    name === undefined ? null : panelAxis(asking.index, name);
  const there = (axes: readonly (Axis | null)[]): Axis[] => axes.filter((one) => one !== null);
  switch (figure.kind) {
    case 'table':
      return table(asking, figure);
    case 'heatmap': {
      const [x, y] = [axis(figure.x), axis(figure.y)];
      const [panels, strips] = [maybe(figure.panels), maybe(figure.rows)];
      const outer = there([panels, strips]);
      return {
        kind: 'heatmap',
        x: shownAxis(x),
        y: shownAxis(y),
        panels: panels && shownAxis(panels),
        strips: strips && shownAxis(strips),
        points: await pointsOver(asking, [...outer, y, x]),
        references: await referencePoints(asking, []),
      };
    }
    case 'bands':
    case 'dots': {
      const [x, panels] = [axis(figure.x), maybe(figure.panels)];
      const series = axis(figure.kind === 'bands' ? figure.lines : figure.groups);
      const parts = {
        x: shownAxis(x),
        panels: panels && shownAxis(panels),
        points: await pointsOver(asking, [series, x, ...there([panels])]),
        references: await referencePoints(asking, there([panels])),
      };
      return figure.kind === 'bands'
        ? { kind: 'bands', ...parts, lines: shownAxis(series) }
        : { kind: 'dots', ...parts, groups: shownAxis(series) };
    }
    case 'histogram':
      return { kind: 'histogram', ...(await searchRounds(asking)) };
    case 'shift':
      return { kind: 'shift', ...(await shiftPoints(asking, figure.arms)) };
  }
}

const shareOfTokens: Measure = {
  label: 'share of tokens',
  low: 0,
  high: 1,
  percent: true,
  digits: 0,
};

/** What the numbers are: a search goes by a scorer of its own choice, a shift by likelihoods. */
function measured(index: ResultIndex, figure: Figure, question: Question): Measure {
  if (figure.kind === 'shift') return shareOfTokens;
  const scorer = figure.kind === 'histogram' ? searchScorer(index.document) : question.scorer;
  return measureOf(index.scorer(scorer));
}

/**
 * A figure of an experiment's results, as its document wants it; the page may work meanwhile.
 * @throws Problem 'bad-input' for an axis or a scorer that the document does not have
 */
export async function figureData(
  index: ResultIndex,
  { figure = index.document.figure, title, question = {}, rest = breathing() }: FigureChoice = {},
): Promise<FigureData> {
  const measure = measured(index, figure, question);
  const shown = await shownIn({ index, question, rest }, figure);
  const head = {
    title: title ?? index.document.title,
    measure,
    interval: '',
    counted: 'question',
    source: sourceOf(index),
    paper: paperOf(index.document.template),
  };
  const data = { ...head, ...shown };
  return { ...data, interval: intervalText(pointsOf(data), measure) };
}

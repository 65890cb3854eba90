import type { FigureData, FigurePoint, Measure } from './data.ts';
import { pointsOf } from './points.ts';

const minus = (text: string): string => text.replace('-', '−');

/** A value in its measure's decimals: "4.12", "−0.30", "62 %". */
export const number = (value: number, { percent, digits }: Measure): string =>
  // "-0.00" is 0.00
  minus((percent ? value * 100 : value).toFixed(digits).replace(/^-(0(?:\.0*)?)$/, '$1')) +
  (percent ? ' %' : '');

const bare = (value: number, measure: Measure): string =>
  number(value, { ...measure, percent: false, digits: measure.digits }).trim();

/** Both ends: "3.60–4.72"; "−0.3 to 0.8" where a sign would be lost between dashes. */
export function between(
  { low, high }: Pick<FigurePoint, 'low' | 'high'>,
  measure: Measure,
): string {
  const scale = measure.percent ? 100 : 1;
  const [from, to] = [bare(low * scale, measure), bare(high * scale, measure)];
  return from.startsWith('−') || to.startsWith('−') ? `${from} to ${to}` : `${from}–${to}`;
}

/** "1 question", "40 questions". */
export const counted = (n: number, one: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`;

function lacking({ missing, errors }: { missing: number; errors: number }): string[] {
  return [
    ...(missing > 0 ? [`${missing.toLocaleString('en')} still to come`] : []),
    ...(errors > 0 ? [`${errors.toLocaleString('en')} failed and not counted`] : []),
  ];
}

/** A point in words: "URIAL, turn 1: 4.12, 3.60 to 4.72, 40 questions, 5 seeds". */
export function sayPoint(
  point: FigurePoint,
  data: Pick<FigureData, 'measure' | 'counted'>,
): string {
  const { measure } = data;
  return [
    `${point.label}: ${number(point.value, measure)}`,
    `${number(point.low, measure)} to ${number(point.high, measure)}`,
    counted(point.n, data.counted),
    ...(point.seeds > 1 ? [counted(point.seeds, 'seed')] : []),
    ...lacking(point),
  ].join(', ');
}

function range(values: readonly number[], one: string): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? counted(high, one) : `${low.toLocaleString('en')} to ${counted(high, one)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands under a figure: what is shown, over how many, and what is not in it. */
export function captionOf(data: FigureData): string {
  const points = pointsOf(data);
  if (points.length === 0) return 'Nothing has been measured yet.';
  const n = range(
    points.map((point) => point.n),
    data.counted,
  );
  const seeds = points.map((point) => point.seeds);
  const lack = lacking({
    missing: points.reduce((sum, { missing }) => sum + missing, 0),
    errors: points.reduce((sum, { errors }) => sum + errors, 0),
  });
  return [
    `${capital(data.measure.label)}; ${data.interval}.`,
    `n: ${n}${Math.max(...seeds) > 1 ? `, ${range(seeds, 'seed')}` : ''} per estimate.`,
    ...(lack.length > 0 ? [`Answers ${lack.join('; ')}.`] : []),
    // the winner's curse: its own round is no fair test of it
    ...(data.kind === 'histogram'
      ? [
          'A kept candidate’s score is the best of many, so partly luck: other questions tell how much.',
        ]
      : []),
  ].join(' ');
}

const forms = {
  table: 'Table of means',
  heatmap: 'Heatmap',
  bands: 'Line chart',
  histogram: 'Histogram of candidates by round',
  dots: 'Dot chart',
  shift: 'Shares of tokens',
  forest: 'Contrasts',
} as const;

/** A figure in words for those who do not see it: its form, its size, its ends. The table has the rest. */
export function describe(data: FigureData): string {
  const points = pointsOf(data);
  const form = `${forms[data.kind]}: ${data.title}.`;
  if (points.length === 0) return `${form} Nothing has been measured yet.`;
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted.at(-1)] as [FigurePoint, FigurePoint];
  return [
    form,
    `${counted(points.length, 'estimate')} with intervals, ${data.measure.label}.`,
    ...(points.length > 1
      ? [`Highest ${sayPoint(most, data)}.`, `Lowest ${sayPoint(least, data)}.`]
      : [`${sayPoint(most, data)}.`]),
  ].join(' ');
}

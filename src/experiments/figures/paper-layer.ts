import type { FigureData, Measure, PaperSeries } from './data.ts';
import { symbol } from './glyphs.ts';
import { paperLook } from './palette.ts';
import { texts, type Body, type Pen } from './pen.ts';
import { wrapped } from './text-width.ts';

/** Whether a paper's values may stand on our axis: their scale has the same ends. Others are for the table. */
export const sameScale = (series: PaperSeries, { low, high }: Measure): boolean =>
  low !== null && series.measure.low === low && series.measure.high === high;

/** The series of a figure that can be drawn into it. */
export const drawable = (data: FigureData): PaperSeries[] =>
  data.kind === 'heatmap' || data.kind === 'shift' || data.kind === 'forest'
    ? []
    : data.paper.filter((series) => sameScale(series, data.measure));

type Levels = Readonly<Record<string, string>>;

/**
 * A paper's value for a place: it has to name all of the place's levels. Of a panel's level it may say
 * nothing: a paper without French is no reason to leave its value out of a panel.
 */
export function paperAt(series: PaperSeries | null, at: Levels, panel: Levels = {}): number | null {
  const found = series?.values.find(
    ({ at: theirs }) =>
      Object.entries(at).every(([axis, level]) => theirs[axis] === level) &&
      Object.entries(panel).every(([axis, level]) => (theirs[axis] ?? level) === level),
  );
  return found?.value ?? null;
}

/** Says what the hollow marks are. Nothing where there are none. */
export function paperNote(pen: Pen, width: number): Body[] {
  const { paper } = pen;
  if (!paper) return [];
  const words =
    `Hollow: ${paper.source}. ${paper.measure.label}: another bench, models and judge than here, ` +
    'on a scale with the same ends; printed without intervals.';
  const lines = wrapped(words, 11, width - 18);
  return [
    {
      height: 15 * lines.length + 4,
      nodes: [
        symbol(pen, [7, 9], paperLook, { hollow: true }),
        ...texts(pen, 18, 13, lines, { size: 11, paint: 'ink-soft' }),
      ],
    },
  ];
}

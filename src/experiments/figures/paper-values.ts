import type { FigureData, Measure, PaperSeries } from './data.ts';

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
 * A paper's value for a place: one that names the place's levels and nothing else. Of a panel's level it
 * may say nothing: a paper that knows no sizes is no reason to leave its value out of a panel.
 */
export function paperAt(series: PaperSeries | null, at: Levels, panel: Levels = {}): number | null {
  const found = series?.values.find(
    ({ at: theirs }) =>
      Object.entries(at).every(([axis, level]) => theirs[axis] === level) &&
      Object.entries(theirs).every(([axis, level]) => ({ ...panel, ...at })[axis] === level),
  );
  return found?.value ?? null;
}

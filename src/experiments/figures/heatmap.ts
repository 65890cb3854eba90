import * as Plot from '@observablehq/plot';
import { pointsAt, type Axis, type FigurePoint, type HeatmapFigure, type Measure } from './data.ts';
import { axisName, words } from './furniture.ts';
import { heat } from './heat.ts';
import { colour } from './palette.ts';
import { panel } from './panel.ts';
import { element, gridded, pointed, stacked, text, widest, type Body, type Pen } from './pen.ts';
import { between, number } from './say.ts';
import { cut, textWidth } from './text-width.ts';

/** A number and its interval have to fit in a cell; below `least` the figure grows instead. */
const narrowest = 50;
const least = 40;
const cellHeight = 40;
const gap = 20;

interface Range {
  readonly low: number;
  readonly high: number;
}

const shareOf = (value: number, { low, high }: Range): number =>
  high > low ? (value - low) / (high - low) : 0.5;

/** An interval is never left out of a cell: it loses a digit first, then it grows smaller. */
function intervalIn(room: number, point: FigurePoint, measure: Measure): [string, number] {
  const size = (words: string) => Math.min(10.5, (10.5 * room) / textWidth(words, 10.5));
  const full = between(point, measure);
  if (size(full) >= 9 || measure.digits === 0) return [full, size(full)];
  const shorter = between(point, { ...measure, digits: measure.digits - 1 });
  return [shorter, size(shorter)];
}

/** One cell: its shade, its number, and its interval in ink that reads on the shade. */
function cell(
  pen: Pen,
  { measure }: HeatmapFigure,
  range: Range,
  point: FigurePoint,
  { x, y, width }: { x: number; y: number; width: number },
): SVGGElement {
  const { fill, ink } = heat(shareOf(point.value, range));
  const middle = { anchor: 'middle', paint: ink } as const;
  const [interval, size] = intervalIn(width - 6, point, measure);
  return pointed(pen, point, [
    element(pen, 'rect', {
      class: 'target',
      x: x + 1,
      y: y + 1,
      width: width - 2,
      height: cellHeight - 2,
      rx: 3,
      fill: colour(fill, pen.theme),
    }),
    text(pen, x + width / 2, y + 18, number(point.value, measure), {
      ...middle,
      size: 13,
      bold: true,
    }),
    text(pen, x + width / 2, y + 32, interval, { ...middle, size }),
  ]);
}

/** Where nothing was measured, or nothing is there to be: an empty frame. */
const nothing = (pen: Pen, x: number, y: number, width: number): Element =>
  element(pen, 'g', {}, [
    element(pen, 'rect', {
      x: x + 1.5,
      y: y + 1.5,
      width: width - 3,
      height: cellHeight - 3,
      rx: 3,
      fill: 'none',
      stroke: colour('line-strong', pen.theme),
      'stroke-dasharray': '2 3',
    }),
    text(pen, x + width / 2, y + 25, '–', { anchor: 'middle', paint: 'ink-soft' }),
  ]);

function grid(
  pen: Pen,
  data: HeatmapFigure,
  range: Range,
  at: Readonly<Record<string, string>>,
  width: number,
  left: number,
): SVGGElement {
  const { x, y } = data;
  const height = y.levels.length * cellHeight;
  const places = y.levels.flatMap((row) =>
    x.levels.map((column) => ({
      row,
      column,
      point: pointsAt(data.points, { ...at, [x.name]: column, [y.name]: row })[0],
    })),
  );
  const side = (width - left) / x.levels.length;
  const names = { tickSize: 0, label: null, fontSize: 11.5 };
  return panel(pen, {
    width,
    height: height + 20,
    marginLeft: left,
    marginBottom: 20,
    x: { type: 'band', domain: x.levels, padding: 0 },
    y: { type: 'band', domain: y.levels, padding: 0 },
    marks: [
      Plot.axisX({ ...names, tickFormat: (level: string) => cut(level, 11.5, side - 2) }),
      Plot.axisY({
        ...names,
        tickFormat: (level: string) => cut(level, 11.5, left - 8),
        tickPadding: 5,
      }),
      Plot.cell(places, {
        x: 'column',
        y: 'row',
        render: (index, _scales, values) =>
          element(
            pen,
            'g',
            {},
            Array.from(index, (i) => {
              const [cx, cy] = [values.x?.[i] as number, values.y?.[i] as number];
              const point = places[i]?.point;
              return point
                ? cell(pen, data, range, point, { x: cx, y: cy, width: side })
                : nothing(pen, cx, cy, side);
            }),
          ),
      }),
    ],
  });
}

/** Numbers say little without the name of what they are; names do. */
const numeric = ({ levels }: Axis): boolean =>
  levels.every((level) => Number.isFinite(Number(level)));

/** The shades from end to end with their numbers. */
function legend(pen: Pen, { measure }: HeatmapFigure, range: Range, width: number): Body {
  const [low, high] = [number(range.low, measure), number(range.high, measure)];
  const [from, steps] = [textWidth(low, 11.5) + 6, 24];
  const length = Math.min(220, width - from - textWidth(high, 11.5) - 8);
  const shades = Array.from({ length: steps }, (_, i) =>
    element(pen, 'rect', {
      x: from + (i * length) / steps,
      y: 2,
      // overlapping, so that no seams show between them
      width: length / steps + (i < steps - 1 ? 0.6 : 0),
      height: 12,
      fill: colour(heat((i + 0.5) / steps).fill, pen.theme),
    }),
  );
  const look = { size: 11.5, paint: 'ink-soft' } as const;
  const scale = {
    height: 18,
    nodes: [text(pen, 0, 12, low, look), ...shades, text(pen, from + length + 6, 12, high, look)],
  };
  return stacked(
    pen,
    [words(pen, measure.label, width, { size: 11, paint: 'ink-soft' }), scale],
    2,
  );
}

const leftOf = ({ y }: HeatmapFigure): number =>
  (numeric(y) ? 18 : 0) + Math.min(110, widest(y.levels, 11.5) + 10);

/** Pixels that a figure needs for its cells to be read. */
export const leastWidth = (data: HeatmapFigure): number =>
  leftOf(data) + data.x.levels.length * least;

/** A grid for each panel, strips of panels below one another, all on one scale of shades. */
export function drawHeatmap(pen: Pen, data: HeatmapFigure, width: number): Body[] {
  const { x, y, panels, strips, points } = data;
  const values = points.map(({ value }) => value);
  const range = { low: Math.min(...values), high: Math.max(...values) };
  const name = (axis: Axis): string => (numeric(axis) ? axis.name : '');
  const rise = name(y) === '' ? 0 : 18;
  const left = leftOf(data);
  const needed = left + x.levels.length * narrowest;
  const fit = Math.max(1, Math.floor((width + gap) / (needed + gap)));
  const levels = panels?.levels ?? [''];
  const columns = Math.min(fit, levels.length);
  const side = Math.min((width - (columns - 1) * gap) / columns, left + x.levels.length * 96);
  const one = (at: Record<string, string>, title: string): Body => {
    const drawn = grid(pen, data, range, at, side, left);
    const height = y.levels.length * cellHeight + 20;
    const upright = text(pen, 0, 0, name(y), { size: 11, anchor: 'middle', paint: 'ink-soft' });
    upright.setAttribute('transform', `translate(10 ${(height - 20) / 2}) rotate(-90)`);
    return stacked(pen, [
      ...(title === '' ? [] : [words(pen, title, side, { size: 12.5, bold: true })]),
      { height, nodes: [drawn, ...(rise > 0 ? [upright] : [])] },
      axisName(pen, name(x), left, side),
    ]);
  };
  return [
    legend(pen, data, range, width),
    ...(strips?.levels ?? ['']).flatMap((strip) => [
      ...(strips ? [words(pen, `${strips.name}: ${strip}`, width, { paint: 'ink-soft' })] : []),
      gridded(
        pen,
        levels.map((level) =>
          one(
            {
              ...(strips ? { [strips.name]: strip } : {}),
              ...(panels ? { [panels.name]: level } : {}),
            },
            level,
          ),
        ),
        columns,
        side,
        gap,
      ),
    ]),
  ];
}

import * as Plot from '@observablehq/plot';
import type { Axis, HeatmapFigure } from '../data.ts';
import { levelName, pointsAt } from '../points.ts';
import { axisName, words } from './furniture.ts';
import { cell, cellHeight, legend, nothing, type Range } from './heat-cells.ts';
import { panel } from './panel.ts';
import { element, gridded, stacked, text, widest, type Body, type Pen } from './pen.ts';
import { cut } from './text-width.ts';

/** A number and its interval have to fit in a cell; below `least` the figure grows instead. */
const narrowest = 50;
const least = 40;
const widestCell = 96;
const gap = 20;

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

const leftOf = ({ y }: HeatmapFigure): number =>
  (numeric(y) ? 18 : 0) + Math.min(110, widest(y.levels, 11.5) + 10);

/** Pixels that a figure needs for its cells to be read. */
export const leastWidth = (data: HeatmapFigure): number =>
  leftOf(data) + data.x.levels.length * least;

/** Arms outside the factors: a cell each, with its name beside it. */
function referenceCells(pen: Pen, data: HeatmapFigure, range: Range, width: number): Body[] {
  const side = 64;
  return data.references.map((point) => {
    const name = cut(point.at.reference ?? point.label, 12, width - side - 8);
    return {
      height: cellHeight,
      nodes: [
        cell(pen, data, range, point, { x: 0, y: 0, width: side }),
        text(pen, side + 8, cellHeight / 2 + 4, name),
      ],
    };
  });
}

/** A panel: its title, its grid, the names of its axes. */
function gridBody(
  pen: Pen,
  data: HeatmapFigure,
  range: Range,
  at: Readonly<Record<string, string>>,
  title: string,
  width: number,
): Body {
  const { x, y } = data;
  const [left, height] = [leftOf(data), y.levels.length * cellHeight];
  const small = { size: 11, anchor: 'middle', paint: 'ink-soft' } as const;
  const upright = text(pen, 0, 0, y.name, small);
  upright.setAttribute('transform', `translate(10 ${height / 2}) rotate(-90)`);
  const drawn = grid(pen, data, range, at, width, left);
  return stacked(pen, [
    ...(title === '' ? [] : [words(pen, title, width, { size: 12.5, bold: true })]),
    { height: height + 20, nodes: [drawn, ...(numeric(y) ? [upright] : [])] },
    ...(numeric(x) ? [axisName(pen, x.name, left, width)] : []),
  ]);
}

/** A grid for each panel, strips of panels below one another, all on one scale of shades. */
export function drawHeatmap(pen: Pen, data: HeatmapFigure, width: number): Body[] {
  const { x, panels, strips, points, references } = data;
  const values = [...points, ...references].map(({ value }) => value);
  const range = { low: Math.min(...values), high: Math.max(...values) };
  const left = leftOf(data);
  const fit = Math.floor((width + gap) / (left + x.levels.length * narrowest + gap));
  const levels = panels?.levels ?? [''];
  const columns = Math.max(1, Math.min(fit, levels.length));
  const side = Math.min(
    (width - (columns - 1) * gap) / columns,
    left + x.levels.length * widestCell,
  );
  const strip = (at: Record<string, string>): Body => {
    const bodies = levels.map((level) => {
      const place = panels ? { ...at, [panels.name]: level } : at;
      const title = panels ? levelName(panels, level) : '';
      return gridBody(pen, data, range, place, title, side);
    });
    return gridded(pen, bodies, columns, side, gap);
  };
  return [
    legend(pen, data, range, width),
    ...(strips
      ? strips.levels.flatMap((level) => [
          words(pen, `${strips.name}: ${level}`, width, { paint: 'ink-soft' }),
          strip({ [strips.name]: level }),
        ])
      : [strip({})]),
    ...referenceCells(pen, data, range, width),
  ];
}

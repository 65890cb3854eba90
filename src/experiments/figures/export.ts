import { csv } from '../results/csv.ts';
import type { FigureData } from './data.ts';
import { bodyOf, drawFigure, type DrawOptions } from './draw/draw.ts';
import { words } from './draw/furniture.ts';
import { colour } from './draw/palette.ts';
import { element, moved, stacked } from './draw/pen.ts';
import { captionOf, describe } from './say.ts';
import { figureTable } from './twin.ts';
import { xmlOf } from './xml.ts';

const margin = 20;

export interface SvgOptions extends Pick<DrawOptions, 'document' | 'paper'> {
  /** Of the whole picture, in pixels; 760 where none is given. */
  readonly width?: number;
  /** 'light' where none is given: papers are. */
  readonly theme?: 'light' | 'dark';
}

/**
 * A figure as an SVG file that needs nothing else: colours in figures, fonts by their kind, and the
 * title, what the intervals are, n and the source inside.
 */
export function svgText(data: FigureData, options: SvgOptions = {}): string {
  const { width = 760, theme = 'light' } = options;
  const drawn = bodyOf(data, { ...options, theme, width: width - 2 * margin });
  const { pen, body } = drawn;
  const soft = { size: 11, paint: 'ink-soft' } as const;
  const whole = stacked(
    pen,
    [
      words(pen, data.title, drawn.width, { size: 16, bold: true }),
      body,
      words(pen, captionOf(data), drawn.width, soft),
      words(pen, data.source, drawn.width, soft),
    ],
    12,
  );
  const [right, bottom] = [drawn.width + 2 * margin, Math.ceil(whole.height) + 2 * margin];
  const svg = element(
    pen,
    'svg',
    {
      width: right,
      height: bottom,
      viewBox: `0 0 ${right} ${bottom}`,
      role: 'img',
      'aria-label': describe(data),
      'font-family': 'system-ui, sans-serif',
    },
    [
      element(pen, 'title', {}, [data.title]),
      element(pen, 'desc', {}, [describe(data)]),
      element(pen, 'rect', { width: right, height: bottom, fill: colour('sheet', theme) }),
      moved(pen, margin, margin, whole.nodes),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(svg)}\n`;
}

/**
 * A figure without its surroundings, for a page that says title and caption itself and, for the theme
 * 'page', has the colours of src/ui/look/tokens.css.
 */
export const svgMarkup = (data: FigureData, options: DrawOptions): string =>
  xmlOf(drawFigure(data, options).svg);

/** A figure's table as CSV, numbers unrounded. */
export function figureCsv(data: FigureData): string {
  const { columns, rows } = figureTable(data);
  return csv(
    columns.map(({ name }) => name),
    rows.map((row) => row.map(({ value }) => value)),
  );
}

import type { FigurePoint, HeatmapFigure, Measure } from '../data.ts';
import { between, number } from '../say.ts';
import { words } from './furniture.ts';
import { heat } from './heat.ts';
import { colour } from './palette.ts';
import { element, pointed, stacked, text, type Body, type Pen } from './pen.ts';
import { textWidth } from './text-width.ts';

export const cellHeight = 40;

/** The least and the greatest of all means: the ends of the shades. */
export interface Range {
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
export function cell(
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
export const nothing = (pen: Pen, x: number, y: number, width: number): Element =>
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

/** The shades from end to end with their numbers. */
export function legend(pen: Pen, { measure }: HeatmapFigure, range: Range, width: number): Body {
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

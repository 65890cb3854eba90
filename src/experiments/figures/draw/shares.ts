import type { ShiftFigure } from '../data.ts';
import { pointsAt, shiftLevels } from '../points.ts';
import { between, number } from '../say.ts';
import { words } from './furniture.ts';
import { colour, plain } from './palette.ts';
import { element, pointed, stacked, text, type Body, type Pen } from './pen.ts';
import { textWidth } from './text-width.ts';

const bar = 22;

/** Sloping lines in a box, drawn out: a pattern would need an id, and two figures would share it. */
function hatch(x: number, width: number, step = 6): string {
  const parts: string[] = [];
  for (let from = x - bar; from < x + width; from += step) {
    const [left, right] = [Math.max(from, x), Math.min(from + bar, x + width)];
    if (right > left)
      parts.push(
        `M${left.toFixed(1)},${(bar - left + from).toFixed(1)}L${right.toFixed(1)},${(bar - right + from).toFixed(1)}`,
      );
  }
  return parts.join('');
}

/** Light, hatched, full: the more shifted, the darker. */
function filling(pen: Pen, level: string, x: number, width: number): Element[] {
  const paint = colour(plain.paint, pen.theme);
  const box = (fill: string, opacity: number) =>
    element(pen, 'rect', {
      class: 'target',
      x,
      y: 0,
      width,
      height: bar,
      fill,
      'fill-opacity': opacity,
      stroke: paint,
      'stroke-width': 1,
    });
  if (level === 'shifted') return [box(paint, 1)];
  if (level === 'unshifted') return [box(paint, 0.12)];
  return [
    box(paint, 0.3),
    element(pen, 'path', { d: hatch(x, width), stroke: paint, 'stroke-width': 1.5, fill: 'none' }),
  ];
}

/** Both ends of an interval over the bar, in ink rimmed with the background. */
function whisker(pen: Pen, from: number, to: number): Element[] {
  const path = `M${from},${bar / 2 - 4}v8M${to},${bar / 2 - 4}v8M${from},${bar / 2}H${to}`;
  return [
    element(pen, 'path', { d: path, stroke: colour('sheet', pen.theme), 'stroke-width': 5 }),
    element(pen, 'path', { d: path, stroke: colour('ink', pen.theme), 'stroke-width': 2 }),
  ];
}

/** An arm's bar from 0 to 100 %, and under it each share with its interval. */
export function shareBar(pen: Pen, data: ShiftFigure, label: string, width: number): Body {
  const points = shiftLevels.map(
    (shift) => pointsAt(data.points, { [data.arms.name]: label, shift })[0],
  );
  const long = width - 2;
  let [from, end, line] = [1, 0, 0];
  const parts = shiftLevels.flatMap((level, i) => {
    const point = points[i];
    if (!point) return [];
    const side = point.value * long;
    const said = `${number(point.value, data.measure)} (${between(point, data.measure)})`;
    const room = 17 + textWidth(said, 11.5);
    if (end > 0 && end + room > width) [end, line] = [0, line + 18];
    const transform = `translate(${end} ${bar + 7 + line}) scale(1 ${11 / bar})`;
    const group = pointed(pen, point, [
      ...filling(pen, level, from, side),
      element(pen, 'g', { transform }, filling(pen, level, 0, 12)),
      text(pen, end + 17, bar + 17 + line, said, { size: 11.5 }),
    ]);
    end += room + 14;
    from += side;
    return [group];
  });
  const [unshifted, , shifted] = points;
  return stacked(pen, [
    words(pen, label, width, { size: 12.5, bold: true }),
    {
      height: bar + 24 + line,
      nodes: [
        ...parts,
        ...(unshifted ? whisker(pen, 1 + unshifted.low * long, 1 + unshifted.high * long) : []),
        ...(shifted
          ? whisker(pen, 1 + (1 - shifted.high) * long, 1 + (1 - shifted.low) * long)
          : []),
      ],
    },
  ]);
}

/** What the three fillings mean. */
export function shareLegend(pen: Pen, width: number): Body {
  let [x, row] = [0, 0];
  const nodes = shiftLevels.flatMap((level) => {
    const side = 34 + textWidth(level, 12) + 16;
    if (x > 0 && x + side > width) [x, row] = [0, row + 1];
    const box = element(
      pen,
      'g',
      { transform: `translate(${x} ${row * 20 + 2}) scale(1 ${12 / bar})` },
      filling(pen, level, 0, 26),
    );
    const label = text(pen, x + 32, row * 20 + 13, level);
    x += side;
    return [box, label];
  });
  return { height: row * 20 + 22, nodes };
}

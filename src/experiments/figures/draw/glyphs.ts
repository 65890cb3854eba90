import * as Plot from '@observablehq/plot';
import type { FigurePoint } from '../data.ts';
import { colour, paperLook, plain, type Look } from './palette.ts';
import { element, pointed, type Ink, type Pen } from './pen.ts';

const { PI, cos, sin } = Math;
const polygon = (corners: readonly (readonly [number, number])[]): string =>
  `M${corners.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}Z`;
const star = (r: number): string =>
  polygon(
    Array.from({ length: 10 }, (_, i) => {
      const angle = -PI / 2 + (i * PI) / 5;
      const reach = i % 2 === 0 ? r * 1.3 : r * 0.58;
      return [reach * cos(angle), reach * sin(angle)];
    }),
  );

/** Outlines around 0, of about the same area. */
const outlines: Record<Look['symbol'], (r: number) => string> = {
  circle: (r) => `M${-r},0A${r},${r},0,1,0,${r},0A${r},${r},0,1,0,${-r},0Z`,
  diamond: (r) => polygon([[0, -r * 1.25], [r * 1.25, 0], [0, r * 1.25], [-r * 1.25, 0]]), // prettier-ignore
  square: (r) => polygon([[-r * 0.9, -r * 0.9], [r * 0.9, -r * 0.9], [r * 0.9, r * 0.9], [-r * 0.9, r * 0.9]]), // prettier-ignore
  triangle: (r) =>
    polygon([
      [0, -r * 1.25],
      [r * 1.15, r * 0.85],
      [-r * 1.15, r * 0.85],
    ]),
  star,
  cross: (r) => {
    const [a, b] = [r * 1.1, r * 0.4];
    return polygon([
      [-a, -b], [-b, -b], [-b, -a], [b, -a], [b, -b], [a, -b],
      [a, b], [b, b], [b, a], [-b, a], [-b, b], [-a, b],
    ]); // prettier-ignore
  },
};

/** A symbol at a place; `hollow` for what is not ours. Its rim parts it from what it covers. */
export const symbol = (
  pen: Ink,
  [x, y]: readonly [number, number],
  { paint, symbol: shape }: Pick<Look, 'paint' | 'symbol'>,
  { hollow = false, r = 4.5 }: { hollow?: boolean; r?: number } = {},
): SVGPathElement =>
  element(pen, 'path', {
    class: 'symbol',
    d: outlines[shape](r),
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`,
    fill: hollow ? colour('sheet', pen.theme) : colour(paint, pen.theme),
    stroke: hollow ? colour(paint, pen.theme) : colour('sheet', pen.theme),
    'stroke-width': hollow ? 1.75 : 1,
  });

/** Where an estimate stands in pixels: its value and its interval's ends along one axis. */
export interface Place {
  readonly along: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Where it stands on the other axis. */
  readonly across: number;
  /** What can be pressed, where it is more than the mark's surroundings. */
  readonly target?: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is pressed is larger than what is seen. */
const around = ({ along, at, from, to, across }: Place): Box => {
  const [left, right] = [Math.min(from, to, at) - 8, Math.max(from, to, at) + 8];
  const [x, y] = xy(along, left, across - 8);
  const [width, height] = xy(along, right - left, 16);
  return { x, y, width, height };
};

const xy = (along: 'x' | 'y', on: number, across: number): readonly [number, number] =>
  along === 'x' ? [on, across] : [across, on];

const stroke = (
  pen: Pen,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  look: Look,
): SVGLineElement =>
  element(pen, 'line', {
    x1,
    y1,
    x2,
    y2,
    stroke: colour(look.paint, pen.theme),
    'stroke-width': 2,
    'stroke-linecap': 'butt',
  });

/** A value with its interval, ends capped: the only way in which dots are drawn. */
export function estimate(
  pen: Pen,
  point: FigurePoint,
  place: Place,
  look: Look = plain,
  r = 4.5,
): SVGGElement {
  const { along, at, from, to, across, target = around(place) } = place;
  const cap = (end: number) =>
    stroke(pen, xy(along, end, across - 3.5), xy(along, end, across + 3.5), look);
  return pointed(pen, point, [
    element(pen, 'rect', { class: 'target', ...target, fill: 'transparent', rx: 4 }),
    stroke(pen, xy(along, from, across), xy(along, to, across), look),
    cap(from),
    cap(to),
    symbol(pen, xy(along, at, across), look, { r }),
  ]);
}

/** A paper's values as a mark: hollow, since papers give no intervals. */
export const hollows = (
  pen: Pen,
  values: readonly { readonly x: number; readonly y: number }[],
): Plot.Markish =>
  Plot.dot(values, {
    x: 'x',
    y: 'y',
    render: (index, _scales, { x, y }) =>
      element(
        pen,
        'g',
        { class: 'paper' },
        Array.from(index, (i) =>
          symbol(pen, [x?.[i] as number, y?.[i] as number], paperLook, { hollow: true, r: 4 }),
        ),
      ),
  });

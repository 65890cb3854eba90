import { pointsAt, shiftLevels, type FigurePoint, type ShiftFigure } from './data.ts';
import { wide } from './frame.ts';
import { key, words } from './furniture.ts';
import { linesPanel } from './lines.ts';
import { colour, lookOf, plain } from './palette.ts';
import { domainOf } from './panel.ts';
import { element, pointed, stacked, text, type Body, type Pen } from './pen.ts';
import { between, number } from './say.ts';
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
function arm(pen: Pen, data: ShiftFigure, label: string, width: number): Body {
  const points = shiftLevels.map(
    (shift) => pointsAt(data.points, { [data.arms.name]: label, shift })[0],
  );
  const long = width - 2;
  let [from, said] = [1, 0];
  const parts = shiftLevels.flatMap((level, i) => {
    const point = points[i];
    if (!point) return [];
    const wideness = point.value * long;
    const words = `${number(point.value, data.measure)} (${between(point, data.measure)})`;
    const swatch = filling(pen, level, 0, 12).map((node) => {
      node.setAttribute('transform', `translate(${said} ${bar + 7}) scale(1 ${11 / bar})`);
      node.removeAttribute('class');
      return node;
    });
    const group = pointed(pen, point, [
      ...filling(pen, level, from, wideness),
      ...swatch,
      text(pen, said + 17, bar + 17, words, { size: 11.5 }),
    ]);
    said += 17 + textWidth(words, 11.5) + 14;
    from += wideness;
    return [group];
  });
  const [unshifted, , shifted] = points;
  return stacked(pen, [
    words(pen, label, width, { size: 12.5, bold: true }),
    {
      height: bar + 24,
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
function legend(pen: Pen, width: number): Body {
  let [x, row] = [0, 0];
  const nodes = shiftLevels.flatMap((level) => {
    const wideness = 34 + textWidth(level, 12) + 16;
    if (x > 0 && x + wideness > width) [x, row] = [0, row + 1];
    const box = element(
      pen,
      'g',
      { transform: `translate(${x} ${row * 20 + 2}) scale(1 ${12 / bar})` },
      filling(pen, level, 0, 26),
    );
    const label = text(pen, x + 32, row * 20 + 13, level);
    x += wideness;
    return [box, label];
  });
  return { height: row * 20 + 22, nodes };
}

/** Shares by arm as bars, then shifted tokens by position as lines. */
export function drawShift(pen: Pen, data: ShiftFigure, width: number): Body[] {
  const { arms, positions, measure } = data;
  const levels = [...new Set(positions.map(({ at }) => at.position ?? ''))];
  const looked = arms.levels.map((label, i) => ({ label, look: lookOf(i) }));
  const place = ({ at }: Pick<FigurePoint, 'at'>): number => levels.indexOf(at.position ?? '');
  const lines = looked.map(({ label, look }) => ({
    label,
    look,
    points: pointsAt(positions, { [arms.name]: label }),
  }));
  return [
    legend(pen, width),
    stacked(
      pen,
      arms.levels.map((label) => arm(pen, data, label, width)),
      8,
    ),
    ...(levels.length < 2
      ? []
      : [
          stacked(pen, [
            words(pen, 'Shifted tokens by position in the answer', width, {
              size: 12.5,
              bold: true,
            }),
            ...(width < wide ? key(pen, looked, width) : []),
            linesPanel(
              pen,
              {
                measure,
                lines,
                place,
                references: [],
                paper: [],
                ticks: levels.map((label, at) => ({ at, label })),
                domain: domainOf(positions, measure),
                name: 'position',
              },
              width,
            ),
          ]),
        ]),
  ];
}

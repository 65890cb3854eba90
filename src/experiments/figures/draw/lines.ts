import * as Plot from '@observablehq/plot';
import type { FigurePoint, Measure } from '../data.ts';
import { endName, frameOf, spread, tickNames, type Frame, type Tick } from './frame.ts';
import { axisName } from './furniture.ts';
import { hollows, symbol } from './glyphs.ts';
import { colour, type Look } from './palette.ts';
import { estimates, panel, upAxis } from './panel.ts';
import { moved, texts, type Body, type Pen } from './pen.ts';

export interface Line {
  readonly label: string;
  readonly look: Look;
  readonly points: readonly FigurePoint[];
}

/** What a panel of lines shows, whatever the figure around it is. */
export interface Lines {
  readonly measure: Measure;
  readonly lines: readonly Line[];
  /** Of one point each: the same at every place, so a level line. */
  readonly references: readonly Line[];
  /** A point's number on the x axis. */
  readonly place: (point: Pick<FigurePoint, 'at'>) => number;
  readonly ticks: readonly Tick[];
  /** Values of a paper. */
  readonly paper: readonly { readonly x: number; readonly value: number }[];
  readonly domain: readonly [number, number];
  /** What the x axis is. */
  readonly name: string;
}

/** Bands, lines and estimates, aside from each other so that no interval hides another. */
function marks(pen: Pen, what: Lines, frame: Frame): Plot.Markish[] {
  const { lines, references, place } = what;
  const x = (point: FigurePoint): number => frame.x(place(point));
  const paint = (look: Look): string => colour(look.paint, pen.theme);
  const dashes = ({ dash }: Look) => (dash ? { strokeDasharray: dash } : {});
  const aside = (i: number): number => (i - (lines.length - 1) / 2) * 3;
  return [
    ...upAxis(pen, what.measure, what.domain, frame.floor - frame.top),
    ...lines.map(({ look, points }) =>
      Plot.areaY(points, { x, y1: 'low', y2: 'high', fill: paint(look), fillOpacity: 0.13 }),
    ),
    ...references.map(({ look, points }) =>
      Plot.ruleY(points, { y: 'value', stroke: paint(look), strokeWidth: 1.5, ...dashes(look) }),
    ),
    ...lines.map(({ look, points }, i) =>
      Plot.line(points, {
        x: (point: FigurePoint) => x(point) + aside(i),
        y: 'value',
        stroke: paint(look),
        strokeWidth: 2,
        ...dashes(look),
      }),
    ),
    hollows(
      pen,
      what.paper.map(({ x: at, value }) => ({ x: frame.x(at), y: value })),
    ),
    ...lines.map(({ look, points }, i) =>
      estimates(
        pen,
        'y',
        points.map((point) => ({ point, across: x(point) + aside(i), look })),
      ),
    ),
    ...references.map(({ look, points }, i) =>
      estimates(
        pen,
        'y',
        points.map((point) => ({ point, across: frame.right - 8 - i * 14, look })),
      ),
    ),
  ];
}

/** Names at the ends of the lines, parted where lines end close together. */
function ends(pen: Pen, lines: readonly Line[], frame: Frame): Element[] {
  const named = lines.flatMap(({ label, look, points }) => {
    const last = points.at(-1);
    return last ? [{ look, at: frame.y(last.value), words: endName(label, frame) }] : [];
  });
  const most = Math.max(1, ...named.map(({ words }) => words.length));
  const places = spread(
    named.map(({ at }) => at),
    most * 15 + 2,
    frame.floor - 6,
  );
  const from = frame.right + 8;
  return named.flatMap(({ look, words }, i) => {
    const y = places[i] as number;
    const top = y + 4 - (words.length - 1) * 7.5;
    return [
      symbol(pen, [from, y], look, { r: 3.5 }),
      ...texts(pen, from + 9, top, words, { size: 11.5, paint: look.paint }),
    ];
  });
}

/** One panel of lines with bands, its axes and names. */
export function linesPanel(pen: Pen, what: Lines, width: number, height = 240): Body {
  const { lines, references, ticks, domain } = what;
  const all = [...lines, ...references];
  const labels = all.map(({ label }) => label);
  const frame = frameOf(ticks, domain, labels, references.length, { width, height });
  const names = tickNames(ticks, frame);
  const under = height + 6 + Math.max(1, ...names.map((name) => name.lines.length)) * 15;
  const name = axisName(pen, what.name, frame.left, frame.right);
  const small = { size: 11, anchor: 'middle', paint: 'ink-soft' } as const;
  return {
    height: under + name.height,
    nodes: [
      panel(pen, {
        width,
        height,
        marginLeft: frame.left,
        marginRight: width - frame.right,
        // pixels: names stand at the same places
        x: { type: 'identity', axis: null },
        y: { domain: [...domain], range: [frame.floor, frame.top], clamp: true },
        marks: marks(pen, what, frame),
      }),
      ...names.flatMap(({ x, lines: own }) => texts(pen, x, height + 16, own, small)),
      ...(frame.names > 0 ? ends(pen, all, frame) : []),
      moved(pen, 0, under, name.nodes),
    ],
  };
}

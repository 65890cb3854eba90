import * as Plot from '@observablehq/plot';
import type { FigurePoint, Measure } from '../data.ts';
import { estimate, type Box } from './glyphs.ts';
import { colour, type Look } from './palette.ts';
import { element, widest, type Ink, type Pen } from './pen.ts';
import { places, roundTicks } from './ticks.ts';

/** The marks of a plot as a group, without the style sheet and inline styles that the page's policy forbids. */
export function panel(
  pen: Ink,
  options: Plot.PlotOptions & { width: number; height: number },
): SVGGElement {
  const drawn = Plot.plot({
    margin: 0,
    ...options,
    document: pen.document,
  } as Plot.PlotOptions) as unknown as SVGSVGElement;
  for (const sheet of drawn.querySelectorAll('style')) sheet.remove();
  for (const styled of drawn.querySelectorAll('[style]')) styled.removeAttribute('style');
  // Plot names its marks for readers; groups without a role may have no name
  for (const named of drawn.querySelectorAll('g[aria-label]:not([role])')) {
    if (named.getAttribute('aria-label')?.includes('axis'))
      named.setAttribute('aria-hidden', 'true');
    named.removeAttribute('aria-label');
  }
  return element(
    pen,
    'g',
    { 'font-size': 11, 'text-anchor': 'middle', fill: colour('ink-soft', pen.theme) },
    [...drawn.children],
  );
}

/** Where an axis begins and ends: around all intervals and `also`, inside the measure's ends. */
export function domainOf(
  points: readonly Pick<FigurePoint, 'low' | 'high'>[],
  { low, high }: Pick<Measure, 'low' | 'high'>,
  also: readonly number[] = [],
): [number, number] {
  const ends = [...points.flatMap((point) => [point.low, point.high]), ...also];
  if (ends.length === 0) return [low ?? 0, high ?? 1];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  // estimates without any width still need an axis of some
  const room = to - from > 0 ? (to - from) * 0.05 : Math.abs(to) * 0.1 || 1;
  return [Math.max(from - room, low ?? -Infinity), Math.min(to + room, high ?? Infinity)];
}

/** How an axis writes a number, in the places that its steps need. */
function written({ percent }: Measure): (value: number, step: number) => string {
  return (value, step) =>
    percent
      ? `${(value * 100).toFixed(places(step * 100))} %`
      : value.toFixed(places(step)).replace('-', '−');
}

/** Where an axis in pixels has its numbers. */
function ticksOf(
  measure: Measure,
  domain: readonly [number, number],
  room: (labels: readonly string[]) => number,
  length: number,
): ReturnType<typeof roundTicks> {
  const span = domain[1] - domain[0];
  return roundTicks(
    domain,
    (step, labels) => (step / span) * length >= room(labels),
    written(measure),
  );
}

type Ends = readonly [number, number];

/** Numbers below, and faint lines over the stretches of y where rows are: never behind their names. */
export function acrossAxis(
  pen: Pen,
  measure: Measure,
  domain: Ends,
  range: Ends,
  rows: readonly Ends[],
): Plot.Markish[] {
  const room = (labels: readonly string[]) => widest(labels, 11) + 14;
  const ticks = ticksOf(measure, domain, room, range[1] - range[0]);
  const label = (value: number): string => ticks.find(({ at }) => at === value)?.label ?? '';
  const lines = ticks.flatMap(({ at }) => rows.map(([from, to]) => ({ at, from, to })));
  return [
    Plot.ruleX(lines, { x: 'at', y1: 'from', y2: 'to', stroke: colour('line', pen.theme) }),
    Plot.axisX(
      ticks.map(({ at }) => at),
      { tickFormat: label, tickSize: 0, tickPadding: 6, label: null, anchor: 'bottom' },
    ),
  ];
}

/** Numbers to the left with faint lines. */
export function upAxis(pen: Ink, measure: Measure, domain: Ends, height: number): Plot.Markish[] {
  const ticks = ticksOf(measure, domain, () => 34, height);
  const label = (value: number): string => ticks.find(({ at }) => at === value)?.label ?? '';
  const at = ticks.map((tick) => tick.at);
  return [
    Plot.gridY(at, { stroke: colour('line', pen.theme), strokeOpacity: 1 }),
    Plot.axisY(at, { tickFormat: label, tickSize: 0, tickPadding: 6, label: null, anchor: 'left' }),
  ];
}

/** A point, where it stands across its axis (in the other scale's values), and its look. */
export interface Standing {
  readonly point: FigurePoint;
  readonly across: number;
  readonly look?: Look;
  /** Pixels aside, so that intervals at one place do not cover each other. */
  readonly aside?: number;
  readonly target?: Box;
  /** Radius of its symbol. */
  readonly r?: number;
}

/** Estimates with their intervals as a mark: along x in rows, along y over a second axis. */
export function estimates(pen: Pen, along: 'x' | 'y', standing: readonly Standing[]): Plot.Markish {
  const other = along === 'x' ? 'y' : 'x';
  return Plot.dot(standing, {
    [along]: ({ point }: Standing) => point.value,
    [other]: 'across',
    channels: {
      from: { value: ({ point }: Standing) => point.low, scale: along },
      to: { value: ({ point }: Standing) => point.high, scale: along },
    },
    render: (index, _scales, values) => {
      const channel = (name: string, i: number): number =>
        (values as Record<string, ArrayLike<number>>)[name]?.[i] as number;
      return element(
        pen,
        'g',
        {},
        Array.from(index, (i) => {
          const { point, look, aside = 0, target, r } = standing[i] as Standing;
          const place = {
            along,
            at: channel(along, i),
            from: channel('from', i),
            to: channel('to', i),
            across: channel(other, i) + aside,
            ...(target ? { target } : {}),
          };
          return estimate(pen, point, place, look, r);
        }),
      );
    },
  });
}

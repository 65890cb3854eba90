import type { FigurePoint, HistogramFigure } from '../data.ts';
import { colour, lookOf, plain, type Look } from './palette.ts';
import { domainOf } from './panel.ts';
import { element, pointed, type Pen } from './pen.ts';

/** One round of a search. */
export type Round = HistogramFigure['rounds'][number];

/** What all rounds share, so that they can be compared by eye. */
export interface Scale {
  readonly width: number;
  readonly x: (value: number) => number;
  readonly domain: readonly [number, number];
  /** Pixels of a bin, and of one candidate in it. */
  readonly bin: number;
  readonly block: number;
}

export const edge = 8;
export const keptLook: Look = { ...lookOf(1), symbol: 'star', dash: null };

/** Candidates of each bin by their place from the left, best last. */
export function piles({ candidates }: Round, { x, bin }: Pick<Scale, 'x' | 'bin'>) {
  const found = new Map<number, { point: FigurePoint; index: number }[]>();
  for (const [index, point] of candidates.entries()) {
    const place = Math.floor((x(point.value) - edge) / bin);
    found.set(place, [...(found.get(place) ?? []), { point, index }]);
  }
  for (const pile of found.values()) pile.sort((a, b) => a.point.value - b.point.value);
  return found;
}

/** @param papers values that have to be on the axis too */
export function scaleOf(
  { rounds, start, threshold, measure }: HistogramFigure,
  papers: number[],
  width: number,
): Scale {
  const kept = rounds.flatMap(({ candidates, chosen }) => candidates[chosen ?? -1] ?? []);
  const values = rounds.flatMap(({ candidates }) => candidates.map(({ value }) => value));
  const wide = [...kept, ...(start ? [start] : [])];
  const domain = domainOf(wide, measure, [
    ...values,
    ...papers,
    ...(threshold === null ? [] : [threshold]),
  ]);
  const x = (value: number): number =>
    edge + ((value - domain[0]) / (domain[1] - domain[0])) * (width - 2 * edge);
  const bin = (width - 2 * edge) / Math.max(12, Math.round(width / 22));
  const highest = Math.max(
    1,
    ...rounds.flatMap((round) =>
      [...piles(round, { x, bin }).values()].map(({ length }) => length),
    ),
  );
  const block = Math.min(14, 130 / highest);
  return { width, domain, x, bin, block };
}

/** One candidate as a block of its bin, the kept one in a frame of ink. */
export function candidate(
  pen: Pen,
  point: FigurePoint,
  kept: boolean,
  at: { x: number; y: number },
  { bin, block }: Scale,
): Element {
  const seam = block > 4 ? 1 : 0;
  return pointed(pen, point, [
    element(pen, 'rect', {
      class: 'target',
      x: at.x + 0.5,
      y: at.y + seam,
      width: bin - 1,
      height: block - seam,
      fill: colour(kept ? keptLook.paint : plain.paint, pen.theme),
      'fill-opacity': kept ? 1 : 0.72,
      ...(kept ? { stroke: colour('ink', pen.theme), 'stroke-width': 1.5 } : {}),
    }),
  ]);
}

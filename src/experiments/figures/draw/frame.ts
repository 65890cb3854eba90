import { textWidth, wrapped } from './text-width.ts';
import { widest } from './pen.ts';

/** A place on the x axis with its name. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Where a panel of lines has its edges, and where values stand in it; all in pixels. */
export interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly floor: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** Room for names at the ends of lines; 0 where they stand in a key. */
  readonly names: number;
}

/** From this width on, lines are named at their ends instead of in a key. */
export const wide = 460;

/**
 * @param names of the lines, where they may stand beside them
 * @param aside how many level lines have their interval at the right end
 */
export function frameOf(
  ticks: readonly Tick[],
  domain: readonly [number, number],
  names: readonly string[],
  aside: number,
  { width, height }: { width: number; height: number },
): Frame {
  const own = width >= wide && names.length > 1 ? Math.min(170, widest(names, 11.5) + 20) : 0;
  const [left, right, top, floor] = [42, width - Math.max(own, 4), 8, height];
  const at = ticks.map((tick) => tick.at);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  // many-shot counts grow by factors: a straight scale would push the small ones together
  const bend = first > 0 && last / first > 40 ? Math.log : (x: number) => x;
  const span = bend(last) - bend(first);
  const [from, to] = [left + 16, right - 16 - aside * 14];
  return {
    width,
    left,
    right,
    top,
    floor,
    names: own,
    x: (x) => (span > 0 ? from + ((bend(x) - bend(first)) / span) * (to - from) : (from + to) / 2),
    y: (value) => floor - ((value - domain[0]) / (domain[1] - domain[0])) * (floor - top),
  };
}

/** The names of ticks in lines: numbers that would touch are left out, words are broken or cut. */
export function tickNames(
  ticks: readonly Tick[],
  { x, width }: Frame,
): { x: number; lines: string[] }[] {
  const inside = (at: number, half: number): number => Math.min(x(at), width - half);
  const numbers = ticks.every(({ label }) => Number.isFinite(Number(label)));
  const steps = ticks.slice(1).map(({ at }, i) => x(at) - x((ticks[i] as Tick).at));
  const room = Math.min(90, ...steps.map((step) => step - 4));
  let free = -Infinity;
  return ticks.flatMap(({ at, label }) => {
    const half = Math.min(numbers ? Infinity : room, textWidth(label, 11)) / 2;
    if (!numbers) return [{ x: inside(at, half), lines: wrapped(label, 11, room, { lines: 3 }) }];
    if (x(at) - half < free) return [];
    free = x(at) + half + 6;
    return [{ x: inside(at, half), lines: [label] }];
  });
}

/** Places for labels that want to stand at `wanted`, at least `gap` apart, above `end` where they can. */
export function spread(wanted: readonly number[], gap: number, end: number): number[] {
  const order = wanted
    .map((_, i) => i)
    .sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const places = [...wanted];
  let free = -Infinity;
  for (const i of order) {
    places[i] = Math.max(wanted[i] as number, free);
    free = (places[i] as number) + gap;
  }
  let ceiling = end;
  for (const i of order.toReversed()) {
    places[i] = Math.min(places[i] as number, ceiling);
    ceiling = (places[i] as number) - gap;
  }
  return places;
}

/** Names for the ends of lines, in at most two lines each. */
export const endName = (label: string, { names }: Frame): string[] =>
  wrapped(label, 11.5, names - 18, { lines: 2 });

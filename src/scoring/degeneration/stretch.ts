/** A run of things in which each equals the one a period before it; `end` is past the last. */
export interface Stretch {
  readonly period: number;
  readonly start: number;
  readonly end: number;
}

/** How long a period may be, and how long a stretch must be to count. */
export interface Bounds {
  readonly longestPeriod: number;
  readonly least: number;
}

/** A unit must stand there this often in a row: twice is emphasis. */
const leastRepeats = 3;

/** The stretch of one period in which the thing at `at` has an equal a period later, if it counts. */
function stretchAt(
  things: ArrayLike<number>,
  period: number,
  at: number,
  least: number,
): Stretch | null {
  const hasEqual = (i: number): boolean =>
    i >= 0 && i + period < things.length && things[i] === things[i + period];
  if (!hasEqual(at)) return null;
  let start = at;
  while (hasEqual(start - 1)) start--;
  let end = at + 1;
  while (hasEqual(end)) end++;
  end += period;
  return end - start >= Math.max(leastRepeats * period, least) ? { period, start, end } : null;
}

function longest(
  things: ArrayLike<number>,
  { longestPeriod, least }: Bounds,
  places: (period: number) => readonly number[],
): Stretch | null {
  let best: Stretch | null = null;
  const most = Math.min(longestPeriod, Math.floor(things.length / leastRepeats));
  for (let period = 1; period <= most; period++) {
    for (const at of places(period)) {
      const found = stretchAt(things, period, at, least);
      if (found && (!best || found.end - found.start > best.end - best.start)) best = found;
    }
    // Longer periods can only find the same again.
    if (best && best.end - best.start === things.length) break;
  }
  return best;
}

/** The longest stretch that reaches the end; of equal ones that of the shortest period. */
export const stretchAtEnd = (things: ArrayLike<number>, bounds: Bounds): Stretch | null =>
  longest(things, bounds, (period) => [things.length - 1 - period]);

/** The longest stretch that lies over one of the things; of equal ones that of the shortest period. */
export const stretchOver = (
  things: ArrayLike<number>,
  at: number,
  bounds: Bounds,
): Stretch | null =>
  // The thing may be in the last repeat, which has no equal after it.
  longest(things, bounds, (period) => [at, at - period]);

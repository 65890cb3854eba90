import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchAtEnd, stretchOver, type Bounds } from './stretch.ts';

/** The longest stretch that `counts`, by trying all. */
function longest(
  things: readonly number[],
  { longestPeriod, least }: Bounds,
  counts: (start: number, end: number) => boolean,
): number {
  let best = 0;
  for (let period = 1; period <= longestPeriod; period++)
    for (let start = 0; start < things.length; start++)
      for (let end = start + Math.max(3 * period, least); end <= things.length; end++) {
        const repeats = things
          .slice(start, end - period)
          .every((it, i) => it === things[start + i + period]);
        if (repeats && counts(start, end)) best = Math.max(best, end - start);
      }
  return best;
}

const things = fc
  .tuple(
    fc.array(fc.nat(2), { maxLength: 8 }),
    fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }),
    fc.nat(6),
    fc.array(fc.nat(2), { maxLength: 8 }),
  )
  .map(([before, unit, times, after]) => [
    ...before,
    ...Array.from({ length: times }, () => unit).flat(),
    ...after,
  ]);
const bounds: Bounds = { longestPeriod: 6, least: 4 };
const lengthOf = (found: { start: number; end: number } | null): number =>
  found ? found.end - found.start : 0;

describe('the longest stretch', () => {
  it('at the end is that of a search through all', () => {
    fc.assert(
      fc.property(things, (those) => {
        const best = longest(those, bounds, (_, end) => end === those.length);
        expect(lengthOf(stretchAtEnd(those, bounds))).toBe(best);
      }),
    );
  });

  it('over a place is that of a search through all', () => {
    fc.assert(
      fc.property(things, fc.nat(40), (those, at) => {
        const best = longest(those, bounds, (start, end) => start <= at && at < end);
        expect(lengthOf(stretchOver(those, at, bounds))).toBe(best);
      }),
      { numRuns: 500 },
    );
  });

  it('has the shortest of equal periods', () => {
    expect(stretchAtEnd([9, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2], bounds)).toEqual({
      period: 2,
      start: 1,
      end: 13,
    });
  });
});

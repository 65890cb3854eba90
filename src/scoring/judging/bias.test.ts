import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthBias, pairBias, type BothOrders } from './bias.ts';

const few = { seed: 1, resamples: 60 };

describe('lengthBias', () => {
  it('finds the points that length adds', () => {
    const ratings = [100, 200, 400, 700].map((length) => ({ rating: 2 + length / 200, length }));
    const found = lengthBias([...ratings, { rating: null, length: 9 }], few);
    expect(found.slope.n).toBe(4);
    expect(found.slope.value).toBeCloseTo(0.5, 12);
    expect(found.correlation.value).toBe(1);
  });

  it('has no value where lengths or ratings do not differ', () => {
    const same = [1, 2, 3].map((rating) => ({ rating, length: 50 }));
    expect(lengthBias(same, few)).toMatchObject({
      slope: { value: null },
      correlation: { value: null },
    });
    expect(lengthBias([], few).slope).toEqual({ n: 0, value: null, interval: null });
  });

  it('never fails', () => {
    const row = fc.record({ rating: fc.option(fc.double()), length: fc.nat() });
    fc.assert(fc.property(fc.array(row), (rows) => void lengthBias(rows, few)));
  });
});

describe('pairBias', () => {
  const row = (
    one: BothOrders['winners'][0],
    other: BothOrders['winners'][0],
    lengths?: [number, number],
  ): BothOrders => ({ id: `${one} ${other}`, winners: [one, other], ...(lengths && { lengths }) });

  it('sees a judge that always takes the first shown', () => {
    const found = pairBias([row('first', 'second'), row('first', 'second')], few);
    expect(found.shownFirst).toMatchObject({ n: 4, value: 1 });
    expect(found.consistent).toMatchObject({ n: 2, value: 0 });
    expect(found.longer).toMatchObject({ n: 0, value: null });
  });

  it('sees none where both orders agree', () => {
    const found = pairBias(
      [row('first', 'first'), row('second', 'second'), row('tie', 'tie')],
      few,
    );
    expect(found.shownFirst).toMatchObject({ n: 4, value: 0.5 });
    expect(found.consistent).toMatchObject({ n: 3, value: 1 });
  });

  it('leaves failures out', () => {
    const found = pairBias([row('error', 'first'), row('tie', 'first')], few);
    expect(found.shownFirst).toMatchObject({ n: 1, value: 0 });
    expect(found.consistent).toMatchObject({ n: 1, value: 0 });
  });

  it('counts wins of the longer answer', () => {
    const found = pairBias(
      [
        row('first', 'first', [9, 3]),
        row('second', 'second', [9, 3]),
        row('second', 'second', [3, 9]),
        row('first', 'first', [5, 5]),
        row('first', 'second', [9, 3]),
      ],
      few,
    );
    expect(found.longer.n).toBe(3);
    expect(found.longer.value).toBeCloseTo(2 / 3, 12);
  });
});

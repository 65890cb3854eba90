import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeLikelihood } from '../testing/results.ts';
import { leastDivergence, tokenShifts } from './token-shift.ts';

describe('leastDivergence', () => {
  it('is the whole divergence where both list everything', () => {
    const p = new Map([
      [1, 0.5],
      [2, 0.5],
    ]);
    const q = new Map([
      [1, 0.75],
      [2, 0.25],
    ]);
    const whole = 0.5 * Math.log(0.5 / 0.75) + 0.5 * Math.log(0.5 / 0.25);
    expect(leastDivergence(p, q)).toBeCloseTo(whole, 12);
  });

  it('takes what one of them does not list for part of the rest', () => {
    const p = new Map([
      [1, 0.5],
      [2, 0.3],
    ]);
    const q = new Map([
      [1, 0.25],
      [3, 0.6],
    ]);
    const two = 0.5 * Math.log(2) + 0.5 * Math.log(0.5 / 0.75);
    expect(leastDivergence(p, q)).toBeCloseTo(two, 12);
  });

  it('is never above the whole divergence, nor below 0', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 });
    const list = fc.subarray([0, 1, 2, 3, 4, 5]);
    fc.assert(
      fc.property(weights, weights, list, list, (a, b, ofP, ofQ) => {
        const shares = (all: number[]) => all.map((one) => one / all.reduce((x, y) => x + y));
        const [p, q] = [shares(a), shares(b)];
        const whole = p.reduce((sum, one, i) => sum + one * Math.log(one / (q[i] as number)), 0);
        const known = (all: number[], listed: number[]) =>
          new Map(listed.map((i) => [i, all[i] as number]));
        const least = leastDivergence(known(p, ofP), known(q, ofQ));
        expect(least).toBeGreaterThanOrEqual(0);
        expect(least).toBeLessThanOrEqual(whole + 1e-5);
      }),
    );
  });
});

describe('tokenShifts', () => {
  const author = madeLikelihood({
    tokens: [7, 8, 9],
    ranks: [0, 0, 0],
    probabilities: [0.5, 0.5, 0.5],
  });

  it('reads ranks and distances place by place', () => {
    const own = madeLikelihood({
      tokens: [7, 8, 9],
      ranks: [0, 2, 5],
      probabilities: [0.5, 0.25, 0.125],
    });
    const half = (q: number) => 0.5 * Math.log(0.5 / q) + 0.5 * Math.log(0.5 / (1 - q));
    expect(tokenShifts(own, author)).toEqual([
      { position: 0, rank: 0, divergence: expect.closeTo(0, 12) },
      { position: 1, rank: 2, divergence: expect.closeTo(half(0.25), 12) },
      { position: 2, rank: 5, divergence: expect.closeTo(half(0.125), 12) },
    ]);
    expect(tokenShifts(author, author).every(({ divergence }) => divergence === 0)).toBe(true);
  });

  it('looks only at tokens that both cut alike, by their place in the author’s text', () => {
    const own = madeLikelihood({
      tokens: [1, 2, 8, 9],
      ranks: [9, 9, 1, 3],
      probabilities: [0.1, 0.1, 0.5, 0.5],
    });
    expect(tokenShifts(own, author).map(({ position, rank }) => [position, rank])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(
      tokenShifts(madeLikelihood({ tokens: [1], ranks: [0], probabilities: [1] }), author),
    ).toEqual([]);
  });

  it('knows no distance where no arm wrote the text', () => {
    expect(tokenShifts(author, null).map(({ divergence }) => divergence)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('knows the tokens that both list as the most probable', () => {
    const with2 = (listed: [number, number][]) =>
      madeLikelihood({ tokens: [7], ranks: [0], probabilities: [0.5], listed: [listed] });
    const [found] = tokenShifts(
      with2([
        [7, 0.5],
        [3, 0.1],
      ]),
      with2([
        [7, 0.5],
        [3, 0.4],
      ]),
    );
    expect(found?.divergence).toBeCloseTo(0.4 * Math.log(4) + 0.1 * Math.log(0.1 / 0.4), 12);
  });
});

import { describe, expect, it } from 'vitest';
import { annotations, golden, systems } from '../testing/alpaca-data.ts';
import { named, sharedData } from '../testing/shared-data.ts';
import { preferenceOf, sameAnswer, swapsOrder, unswapped } from './preference.ts';
import { winRates } from './win-rate.ts';

const few = { seed: 1, resamples: 40 };

describe('preferenceOf', () => {
  it('is 1 for a sure first answer, 2 for a sure second', () => {
    expect(preferenceOf(0, null)).toBe(1);
    expect(preferenceOf(null, -3)).toBe(2);
    expect(preferenceOf(Math.log(0.3), Math.log(0.1))).toBeCloseTo(1.25, 12);
    expect(preferenceOf(-2000, -2000)).toBe(1.5);
  });

  it.each([
    [null, null],
    [-Infinity, -Infinity],
    [NaN, -1],
    [Infinity, Infinity],
  ])('is a failure for %s and %s', (m, M) => expect(preferenceOf(m, M)).toBeNull());

  it.skipIf(!sharedData)(named('equals every stored preference, swapped or not'), () => {
    let [straight, swapped] = [0, 0];
    for (const row of systems.flatMap(annotations)) {
      const [, , , stored, logProbabilities] = row;
      const found = logProbabilities ? preferenceOf(...logProbabilities) : sameAnswer('x', 'x');
      // the file rounds to ten digits, and does not say which rows were swapped
      const [as, turned] = [found as number, unswapped(found as number)];
      const near = (x: number) => Math.abs(x - stored) < 1e-9;
      expect(near(as) || near(turned)).toBe(true);
      if (!near(turned)) straight++;
      else if (!near(as)) swapped++;
    }
    expect(straight).toBeGreaterThan(500);
    expect(swapped).toBeGreaterThan(500);
  });
});

describe('the order of answers', () => {
  it('is swapped for half of the instructions, always the same', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `Instruction ${i}`);
    const swapped = texts.filter((text) => swapsOrder(text));
    expect(swapped.length).toBeGreaterThan(900);
    expect(swapped.length).toBeLessThan(1100);
    expect(texts.filter((text) => swapsOrder(text))).toEqual(swapped);
    expect(texts.filter((text) => swapsOrder(text, 1))).not.toEqual(swapped);
  });

  it('is undone by 3 - x', () => {
    expect(unswapped(1)).toBe(2);
    expect(unswapped(1.5)).toBe(1.5);
    expect(sameAnswer('a', 'a')).toBe(1.5);
    expect(sameAnswer('a', 'b')).toBeNull();
  });
});

describe('winRates', () => {
  it.skipIf(!sharedData).each(systems)(named('equals the published numbers of %s'), (system) => {
    const found = winRates(
      annotations(system).map(([, , , preference]) => preference),
      few,
    );
    const expected = golden(system);
    expect(found.winRate.n).toBe(expected.n);
    expect(found.winRate.value).toBeCloseTo(expected.raw_win_rate, 6);
    expect(found.standardError).toBeCloseTo(expected.standard_error, 6);
    expect(found.errors).toBe(0);
    expect(found.wins + found.draws + found.losses).toBe(expected.n);
  });

  it('rounds first for the discrete rate, draws half', () => {
    const found = winRates([1.4, 1.6, 1.5, 2, 0], few);
    expect(found).toMatchObject({ wins: 2, draws: 2, losses: 1, discrete: { value: 60 } });
    expect(found.winRate.value).toBeCloseTo(60, 12);
  });

  it('leaves failures out, never counts them 0', () => {
    const found = winRates([2, null, NaN, 7, 0.5, -1], few);
    expect(found).toMatchObject({ errors: 5, winRate: { n: 1, value: 100 }, standardError: null });
    expect(winRates([null], few)).toMatchObject({ errors: 1, winRate: { n: 0, value: null } });
  });
});

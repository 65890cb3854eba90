import { describe, expect, it } from 'vitest';
import { quadraticKappa, spearman } from './agreement.ts';
import { pairedBootstrap } from './bootstrap.ts';
import fixture from './fixtures/scipy.json' with { type: 'json' };
import type { Interval } from './interval.ts';
import { spread } from './spread.ts';

type Numbers = readonly number[];
const rho = (a: Numbers, b: Numbers) => spearman(a, b).value;
const kappa = (a: Numbers, b: Numbers) => quadraticKappa(a, b, { lowest: 1, highest: 5 }).value;
const meanDifference = (a: Numbers, b: Numbers) =>
  spread(a.map((x, i) => x - (b[i] as number))).mean;

describe('pairedBootstrap', () => {
  it('has the ends that scipy finds, but for the noise of 2000 resamples', () => {
    for (const [name, of] of Object.entries({ mean: meanDifference, rho, kappa })) {
      const { a, b, ends, spread: noise } = fixture.bootstrap[name as 'mean' | 'rho' | 'kappa'];
      const { value, low, high } = pairedBootstrap(a, b, of) as Interval;
      expect(value).toBe(of(a, b));
      for (const [i, end] of [low, high].entries())
        expect(Math.abs(end - (ends[i] as number))).toBeLessThan(4.5 * (noise[i] as number));
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
  });

  it('puts a mean’s interval where s / √n does', () => {
    const { a, b } = fixture.bootstrap.mean;
    const { low, high } = pairedBootstrap(a, b, meanDifference) as Interval;
    const { sd, n } = spread(a.map((x, i) => x - (b[i] as number)));
    const normal = (2 * 1.96 * (sd as number)) / Math.sqrt(n);
    expect(Math.abs((high - low) / normal - 1)).toBeLessThan(0.1);
  });

  it('keeps pairs together', () => {
    const { a } = fixture.bootstrap.rho;
    expect(pairedBootstrap(a, a, rho)).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('repeats itself and changes with the seed', () => {
    const { a, b } = fixture.bootstrap.mean;
    const under = (seed: number) => pairedBootstrap(a, b, meanDifference, { seed, resamples: 200 });
    expect(under(1)).toEqual(under(1));
    expect(under(2)).not.toEqual(under(1));
  });

  it('gives no interval where too many resamples have no value', () => {
    expect(pairedBootstrap([1, 1, 1], [1, 2, 3], rho)).toBeNull();
    // one rating in ten differs: a third of the resamples (0.9^10) have none that does
    const hardly = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(rho(hardly, hardly)).toBe(1);
    expect(pairedBootstrap(hardly, hardly, rho)).toBeNull();
    // one in two does: 2 · 0.5^10 of the resamples are left out
    const half = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    expect(pairedBootstrap(half, half, rho)).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('refuses no pairs and sides of unequal length', () => {
    expect(() => pairedBootstrap([], [], rho)).toThrow('not 0, 0');
    expect(() => pairedBootstrap([1, 2], [1], rho)).toThrow('not 2, 1');
  });
});

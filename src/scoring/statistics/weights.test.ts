import { describe, expect, it } from 'vitest';
import { uniform } from '../../domain/draw.ts';
import { crossedMean, crossedMeanInSteps } from './crossed.ts';
import { resting } from './steps.ts';
import { crossedWeights, Kept } from './weights.ts';

describe('crossedWeights', () => {
  it('gives the intervals of the first version to the last bit', () => {
    const values = Array.from({ length: 80 }, (_, i) =>
      Array.from({ length: 5 }, (_, d) => uniform(1, 'x', i * 5 + d)),
    );
    expect(crossedMean(values)).toEqual({
      value: 0.5096974280042215,
      low: 0.4728394032880646,
      high: 0.5493255079564364,
    });
    expect(crossedMean(values.map((row) => row.slice(0, 1)))).toEqual({
      value: 0.52122996247577,
      low: 0.4553643147440554,
      high: 0.5837881669384422,
    });
    expect(crossedMean(values.slice(0, 1))).toEqual({
      value: 0.27034352727594796,
      low: 0.09617930307511587,
      high: 0.5366004352479894,
    });
  });

  it('draws as many as there are, in every resample', () => {
    const { items, draws } = crossedWeights(7, 3, { seed: 4, resamples: 20 });
    const total = (times: Uint16Array) => times.reduce((a, b) => a + b, 0);
    for (let r = 0; r < 20; r++) {
      expect(total(items.subarray(r * 7, r * 7 + 7))).toBe(7);
      expect(total(draws.subarray(r * 3, r * 3 + 3))).toBe(3);
    }
    expect(items.length + draws.length).toBe(200);
  });

  it('are the same objects for tables of one shape, and others for another seed', () => {
    const settings = { seed: 5, resamples: 10 };
    expect(crossedWeights(4, 2, settings)).toBe(crossedWeights(4, 2, settings));
    expect(crossedWeights(4, 2, { seed: 6, resamples: 10 })).not.toEqual(
      crossedWeights(4, 2, settings),
    );
  });

  it('refuses more than its counters hold', () => {
    expect(() => crossedWeights(70_000, 1)).toThrow('not 70000, 1');
  });
});

describe('crossedMeanInSteps', () => {
  it('finds the same, with rests on the way', async () => {
    const values = Array.from({ length: 300 }, (_, i) => [uniform(2, 'y', i), i / 300]);
    const settings = { seed: 21, resamples: 2000 };
    let rests = 0;
    const found = await resting(crossedMeanInSteps(values, settings), () => void rests++);
    // 604,000 things are drawn, and then 1,200,000 products summed
    expect(rests).toBeGreaterThan(100);
    expect(crossedMean(values, settings)).toEqual(found);
    rests = 0;
    await resting(crossedMeanInSteps(values, settings), () => void rests++);
    expect(rests).toBe(1);
  });
});

describe('Kept', () => {
  it('forgets the oldest rather than fill the memory, and never the newest', () => {
    const kept = new Kept<string>(10);
    for (const name of ['a', 'b', 'c']) kept.keep(name, name.toUpperCase(), 4);
    expect(['a', 'b', 'c'].map((name) => kept.get(name))).toEqual([undefined, 'B', 'C']);
    expect(kept.keep('d', 'D', 40)).toBe('D');
    expect(['b', 'c', 'd'].map((name) => kept.get(name))).toEqual([undefined, undefined, 'D']);
  });
});

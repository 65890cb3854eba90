import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learned, probePace, probeRows, readOnce, type Pace } from './pace.ts';
import { timeOf } from './estimate.ts';

const pace: Pace = { reading: 1000, writing: 100, load: 0, caches: null };

describe('readOnce', () => {
  it('counts what all begin with once', () => {
    expect(
      readOnce([
        [1, 2, 3],
        [1, 2, 4, 5],
      ]),
    ).toBe(2 + 1 + 2);
    expect(
      readOnce([
        [1, 2],
        [1, 2],
      ]),
    ).toBe(2);
    expect(
      readOnce([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toBe(3);
    expect(readOnce([])).toBe(0);
    const [a, b] = [
      [1, 2, 3],
      [1, 4],
    ];
    expect(readOnce([a, b, a, b])).toBe(1 + 2 + 1);
  });
});

describe('learned', () => {
  it('foretells the same work in the time it took', () => {
    const rate = fc.double({ min: 1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(rate, rate, rate, (reading, writing, milliseconds) => {
        const done = new Map([
          ['a', { reading, writing }],
          ['b', { reading: writing, writing: 1 }],
        ]);
        const next = learned(() => pace, done, milliseconds);
        expect(timeOf({ models: done }, (name) => next.get(name))).toBeCloseTo(milliseconds, 3);
      }),
    );
  });

  it('learns nothing from nothing, and nothing of models whose pace nobody knew', () => {
    expect(learned(() => pace, new Map([['a', { reading: 0, writing: 0 }]]), 100).size).toBe(0);
    expect(learned(() => pace, new Map([['a', { reading: 9, writing: 9 }]]), 0).size).toBe(0);
    const two = new Map([
      ['a', { reading: 9, writing: 9 }],
      ['b', { reading: 9, writing: 9 }],
    ]);
    expect(learned((name) => (name === 'a' ? pace : undefined), two, 100).size).toBe(0);
  });
});

it('probes with rows side by side, and gives rates above 0', async () => {
  let asked = 0;
  const found = await probePace(
    {
      generateAll: ({ jobs }, options) => {
        asked = jobs.length;
        jobs.forEach(({ promptTokens }, job) => {
          const timings = { queued: 0, prefill: 1, firstToken: 1, total: 2 };
          const tokens = promptTokens;
          const generation = { tokens, logProbabilities: [], text: '', stopString: null, timings };
          options?.onEvent?.({ job, generation: { ...generation, stopReason: 'length' } });
        });
        return Promise.resolve(null);
      },
      memory: () => Promise.resolve({ perPosition: 8, allowed: 64, expected: 0, held: 0, most: 0 }),
    },
    [[1, 2, 3], [4]],
    250,
  );
  expect(asked).toBe(probeRows);
  expect(found).toMatchObject({ load: 250, caches: { perPosition: 8, allowed: 64 } });
  expect(found.reading).toBeGreaterThan(0);
  expect(found.writing).toBeGreaterThan(0);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learningRateAt, orderOfEpoch, rowsOfStep, stepCount, stepsPerEpoch } from './course.ts';

describe('the order of rows', () => {
  it('reads every row once a pass, whatever the batch', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 40 }),
      batch: fc.integer({ min: 1, max: 9 }),
      seed: fc.nat(1000),
      epoch: fc.nat(5),
    });
    fc.assert(
      fc.property(sizes, ({ rows, batch, seed, epoch }) => {
        const perEpoch = stepsPerEpoch(rows, { batch });
        const read = Array.from({ length: perEpoch }, (_, i) =>
          rowsOfStep(rows, epoch * perEpoch + i + 1, { batch, seed }),
        ).flat();
        expect(read).toEqual(orderOfEpoch(rows, epoch, seed));
        expect(read.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i));
      }),
    );
  });

  it('differs by seed and by pass', () => {
    expect(orderOfEpoch(20, 0, 1)).not.toEqual(orderOfEpoch(20, 1, 1));
    expect(orderOfEpoch(20, 0, 1)).not.toEqual(orderOfEpoch(20, 0, 2));
  });

  it('counts the steps of parts of a pass', () => {
    expect(stepCount(12, { batch: 4, epochs: 20 })).toBe(60);
    expect(stepCount(13, { batch: 4, epochs: 0.5 })).toBe(2);
    expect(stepCount(1, { batch: 64, epochs: 0.1 })).toBe(1);
  });
});

describe('learningRateAt', () => {
  const settings = { learningRate: 2, warmup: 0.25, schedule: 'constant' as const };
  const rates = (schedule: 'constant' | 'linear' | 'cosine') =>
    Array.from({ length: 8 }, (_, i) => learningRateAt(i + 1, 8, { ...settings, schedule }));

  it('is what transformers 4 gives for the same settings', () => {
    // get_*_schedule_with_warmup(num_warmup_steps=2, num_training_steps=8), by its formulas
    expect(rates('constant')).toEqual([0, 1, 2, 2, 2, 2, 2, 2]);
    const line = [0, 1, 2, 10 / 6, 8 / 6, 1, 4 / 6, 2 / 6];
    rates('linear').forEach((rate, i) => expect(rate).toBeCloseTo(line[i] ?? NaN, 12));
    const wave = [0, 1, 2, 1 + Math.cos(Math.PI / 6), 1.5, 1, 0.5, 1 + Math.cos((5 / 6) * Math.PI)];
    rates('cosine').forEach((rate, i) => expect(rate).toBeCloseTo(wave[i] ?? NaN, 12));
  });

  it('begins at the full rate without a warm-up', () => {
    expect(learningRateAt(1, 10, { ...settings, warmup: 0 })).toBe(2);
  });
});

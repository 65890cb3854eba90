import { describe, expect, it } from 'vitest';
import { checkSettings, rateAt, table4, type TuningSettings } from './settings.ts';

const settings: TuningSettings = { ...table4, peakLearningRate: 2, epochs: 1, batch: 1, seed: 1 };

describe('rateAt', () => {
  const rates = (steps: number, warmup: number) =>
    Array.from({ length: steps }, (_, i) => rateAt(i + 1, steps, { ...settings, warmup }));

  it('rises in a line, then falls along half a cosine', () => {
    const found = rates(4, 0.5);
    expect(found).toEqual([1, 2, 1.5, 0.5].map((rate) => expect.closeTo(rate, 9)));
  });

  it('moves at every step, even where there is one only', () => {
    for (const warmup of [0, 0.03, 1])
      for (const steps of [1, 2, 50]) expect(Math.min(...rates(steps, warmup))).toBeGreaterThan(0);
  });
});

describe('checkSettings', () => {
  it('names what makes no sense', () => {
    expect(() => checkSettings(settings)).not.toThrow();
    for (const wrong of [{ epochs: 0 }, { batch: 1.5 }, { peakLearningRate: NaN }, { beta1: 1 }])
      expect(() => checkSettings({ ...settings, ...wrong })).toThrow(Object.keys(wrong)[0]);
  });
});

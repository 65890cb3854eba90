import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labBase2m } from '../recipes/lab-base-2m.ts';
import { planRun, stageAt, tokensAt } from './plan.ts';
import { biasCorrection, learningRate } from './schedule.ts';

const stage = (name: string, length: number, batch: number, tokens: number) =>
  ({ name, corpus: 'general', length, batch, tokens, emphasis: 1 }) as const;
const plan = planRun({ stages: [stage('a', 10, 2, 100), stage('b', 30, 1, 100)] });

describe('planRun', () => {
  it('lays stages one after the other and rounds up to whole steps', () => {
    expect(plan.stages.map((s) => [s.firstStep, s.steps, s.firstToken])).toEqual([
      [0, 5, 0],
      [5, 4, 100],
    ]);
    expect([plan.steps, plan.tokens]).toEqual([9, 220]);
  });

  it('knows the stage and the tokens of each step', () => {
    expect(stageAt(plan, 4).stage.name).toBe('a');
    expect(stageAt(plan, 5).stage.name).toBe('b');
    expect([0, 4, 5, 6, 9].map((s) => tokensAt(plan, s))).toEqual([0, 80, 100, 130, 220]);
    expect(() => stageAt(plan, 9)).toThrow('outside');
  });
});

describe('learningRate', () => {
  const { optimizer } = labBase2m;
  const { peakLearningRate: peak, warmupTokens, finalFraction } = optimizer;

  it('rises in a line, peaks, and ends at its floor', () => {
    expect(learningRate(optimizer, warmupTokens / 4, 1e7)).toBeCloseTo(peak / 4, 12);
    expect(learningRate(optimizer, warmupTokens, 1e7)).toBeCloseTo(peak, 12);
    const middle = (1e7 + warmupTokens) / 2;
    expect(learningRate(optimizer, middle, 1e7)).toBeCloseTo((peak * (1 + finalFraction)) / 2, 12);
    expect(learningRate(optimizer, 1e7, 1e7)).toBeCloseTo(peak * finalFraction, 12);
  });

  it('never rises after the warm-up and never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.nat(2e7), fc.nat(1e6), (tokens, more) => {
        const now = learningRate(optimizer, warmupTokens + tokens, 1e7);
        const later = learningRate(optimizer, warmupTokens + tokens + more, 1e7);
        expect(later).toBeLessThanOrEqual(now);
        expect(later).toBeGreaterThanOrEqual(peak * finalFraction * (1 - 1e-12));
        expect(now).toBeLessThanOrEqual(peak);
      }),
    );
  });
});

describe('biasCorrection', () => {
  it('is 1 - beta^step', () => {
    expect(biasCorrection(0.9, 1)).toBeCloseTo(0.1, 12);
    expect(biasCorrection(0.9, 2)).toBeCloseTo(0.19, 12);
  });
});

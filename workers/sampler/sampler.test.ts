import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../src/domain/draw.ts';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import { Adjustments } from './adjustments.ts';
import { argmax, logProbability, Sampler, type Knobs } from './sampler.ts';
import { adjusted, reference } from './testing/by-the-book.ts';
import { knobSets, penaltySets, rows, texts, uniforms } from './testing/knob-sets.ts';

const open: Knobs = { temperature: 1, topP: 1, topK: 0, minP: 0 };

describe('Sampler', () => {
  it('draws what a sorted sampler by the book draws', () => {
    fc.assert(
      fc.property(rows, knobSets, penaltySets, texts, uniforms, (logits, knobs, how, text, u) => {
        const adjustments = new Adjustments({ ...how, penaltyScope: 'prompt+output' }, text);
        const { token } = new Sampler(logits.length).draw(logits, knobs, adjustments, u);
        const weights = reference(adjusted(logits, how, text), knobs);
        const total = weights.reduce((a, b) => a + b, 0);
        const before = weights.slice(0, token).reduce((a, b) => a + b, 0);
        // u falls into the token's share; the slack is for the order of summation
        expect(weights[token]).toBeGreaterThan(0);
        expect(before / total).toBeLessThanOrEqual(u + 1e-12);
        expect((before + (weights[token] ?? 0)) / total).toBeGreaterThanOrEqual(u - 1e-12);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes the lowest of tied best tokens at temperature 0, under the penalty too', () => {
    fc.assert(
      fc.property(rows, texts, (logits, text) => {
        const how = { ...defaultDecoding, repetitionPenalty: 1.2 };
        const { token } = new Sampler(logits.length).draw(
          logits,
          { ...open, temperature: 0 },
          new Adjustments(how, text),
          0.5,
        );
        const scores = [...adjusted(logits, how, text)].map((score) => score + 0);
        expect(token).toBe(scores.indexOf(Math.max(...scores)));
      }),
    );
  });

  it('leaves the logits as they are', () => {
    const logits = Float32Array.of(1, -2, 3);
    const adjustments = new Adjustments({ ...defaultDecoding, repetitionPenalty: 2 }, [0, 1]);
    new Sampler(3).draw(logits, { ...open, topP: 0.5 }, adjustments, 0.5);
    expect([...logits]).toEqual([1, -2, 3]);
  });

  it('keeps all tied with the k-th, as Hugging Face does', () => {
    const logits = Float32Array.of(2, 1, 1, 1, 0);
    const drawn = [0, 0.5, 0.7, 0.9].map(
      (u) => new Sampler(5).draw(logits, { ...open, topK: 2 }, null, u).token,
    );
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('keeps the token that crosses top-p, and of ties the lowest ids', () => {
    const equal = new Float32Array(4);
    const drawn = (topP: number) =>
      new Set(
        [0, 0.2, 0.4, 0.6, 0.8, 0.99].map(
          (u) => new Sampler(4).draw(equal, { ...open, topP }, null, u).token,
        ),
      );
    expect(drawn(0.5)).toEqual(new Set([0, 1]));
    expect(drawn(0.51)).toEqual(new Set([0, 1, 2]));
    expect(drawn(0.0001)).toEqual(new Set([0]));
  });

  it('follows the distribution it is given (chi-square)', () => {
    const logits = Float32Array.from({ length: 40 }, (_, i) => Math.sin(i) * 3);
    const knobs = { ...open, temperature: 0.8, topK: 30, topP: 0.95, minP: 0.01 };
    const weights = reference(logits, knobs);
    const total = weights.reduce((a, b) => a + b, 0);
    const draws = 20_000;
    const counts = new Float64Array(40);
    const sampler = new Sampler(40);
    for (let step = 0; step < draws; step++) {
      const { token } = sampler.draw(logits, knobs, null, uniform(1, 'chi-square', step));
      counts[token] = (counts[token] ?? 0) + 1;
    }
    let statistic = 0;
    let freedom = -1;
    weights.forEach((weight, id) => {
      if (weight === 0) {
        expect(counts[id]).toBe(0);
        return;
      }
      const expected = (weight / total) * draws;
      statistic += ((counts[id] ?? 0) - expected) ** 2 / expected;
      freedom += 1;
    });
    expect(Math.abs(statistic - freedom) / Math.sqrt(2 * freedom)).toBeLessThan(4);
  });

  it('draws the same whatever was drawn before', () => {
    const logits = Float32Array.from({ length: 500 }, (_, i) => Math.cos(i * i));
    const knobs = { ...open, temperature: 1.2, topP: 0.8, topK: 100 };
    const shared = new Sampler(500);
    const forward = Array.from(
      { length: 50 },
      (_, step) => shared.draw(logits, knobs, null, uniform(3, 'a', step)).token,
    );
    const backward = Array.from({ length: 50 }, (_, i) => {
      shared.draw(logits, { ...knobs, topK: 1 }, null, 0.1);
      return shared.draw(logits, knobs, null, uniform(3, 'a', 49 - i)).token;
    });
    expect(backward.reverse()).toEqual(forward);
  });

  it('gives the tokens it always gave', () => {
    const logits = Float32Array.from({ length: 100 }, (_, i) => Math.sin(i * 1.7) * 4);
    const sampler = new Sampler(100);
    const tokens = (knobs: Partial<Knobs>) =>
      Array.from(
        { length: 8 },
        (_, step) =>
          sampler.draw(logits, { ...open, ...knobs }, null, uniform(42, 'golden', step)).token,
      );
    expect(tokens({})).toEqual([90, 67, 5, 1, 26, 8, 52, 68]);
    expect(tokens({ temperature: 0.5, topP: 0.9 })).toEqual([93, 71, 8, 1, 23, 8, 49, 71]);
    expect(tokens({ topK: 5, minP: 0.2 })).toEqual([97, 86, 12, 12, 49, 12, 60, 86]);
    expect(tokens({ temperature: 0 })).toEqual(new Array(8).fill(argmax(logits)));
  });

  it('refuses logits that are not numbers', () => {
    for (const broken of [
      [NaN, 1],
      [1, NaN],
      [Infinity, 1],
      [-Infinity, -Infinity],
    ]) {
      expect(() => new Sampler(2).draw(Float32Array.from(broken), open, null, 0.5)).toThrow(
        RangeError,
      );
    }
  });
});

describe('logProbability', () => {
  it('is that of a softmax: exponentials add up to 1', () => {
    fc.assert(
      fc.property(rows, (logits) => {
        const total = [...logits.keys()].reduce(
          (sum, token) => sum + Math.exp(logProbability(logits, token)),
          0,
        );
        expect(total).toBeCloseTo(1, 9);
      }),
    );
    expect(logProbability(Float32Array.of(0, 0, 0, 0), 2)).toBeCloseTo(-Math.log(4), 12);
  });

  it('is under the untouched logits, whatever the knobs', () => {
    const logits = Float32Array.of(0.5, 2, -1);
    const knobs = { ...open, temperature: 3, topK: 1 };
    const adjustments = new Adjustments({ ...defaultDecoding, repetitionPenalty: 5 }, [1]);
    const { token, logProbability: logged } = new Sampler(3).draw(logits, knobs, adjustments, 0.9);
    expect(token).toBe(0);
    expect(logged).toBe(logProbability(logits, 0));
  });
});

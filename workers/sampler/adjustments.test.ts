import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDecoding } from '../../src/domain/decoding.ts';
import { Adjustments, type Penalties } from './adjustments.ts';
import { penaltySets, texts, tokens } from './testing/knob-sets.ts';

describe('Adjustments', () => {
  const of = (how: Partial<Penalties>, prompt: number[]) =>
    new Adjustments({ ...defaultDecoding, ...how }, prompt);

  it('look at the prompt only where the scope has it, and at nothing where nothing is on', () => {
    const repetitionPenalty = 2;
    const tokensOf = (each: Adjustments) => [...each.byToken.keys()];
    expect(tokensOf(of({ repetitionPenalty }, [5, 5, 7]))).toEqual([5, 7]);
    expect(tokensOf(of({ repetitionPenalty, penaltyScope: 'output' }, [5, 5, 7]))).toEqual([]);
    expect(tokensOf(of({}, [5, 5, 7]))).toEqual([]);
  });

  it('give a token’s logit back out of its score', () => {
    fc.assert(
      fc.property(penaltySets, texts, tokens, (how, text, token) => {
        const adjustments = new Adjustments(how, text);
        const logits = Float32Array.from({ length: 80 }, (_, i) => Math.sin(i) * 3);
        const scores = logits.slice();
        adjustments.apply(scores);
        const logit = adjustments.logitOf(token, scores[token] ?? NaN);
        expect(logit).toBeCloseTo(logits[token] ?? NaN, 4);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { defaultDecoding } from '../../../domain/decoding.ts';
import { complaint, inWords, knobs } from './knobs.ts';

describe('complaint', () => {
  it('takes what the default and the sliders give', () => {
    for (const knob of knobs) {
      for (const value of [defaultDecoding[knob.key], ...(knob.slider ?? [])])
        expect(complaint(knob, value), `${knob.label} ${value}`).toBeNull();
    }
  });

  it('says what a value must be', () => {
    const of = (key: string, value: number) => {
      const knob = knobs.find((k) => k.key === key);
      return knob ? complaint(knob, value) : 'no such knob';
    };
    expect(of('temperature', -0.1)).toBe('This must be a number from 0 to 5.');
    expect(of('topP', 0)).toContain('above 0');
    expect(of('topK', 1.5)).toContain('whole number');
    expect(of('seed', 2 ** 32)).toContain('4294967295');
    expect(of('maxNewTokens', NaN)).toContain('from 1 to 8192');
  });
});

describe('inWords', () => {
  it('names what has an effect', () => {
    expect(inWords(defaultDecoding)).toBe('greedy, up to 96 tokens');
    expect(inWords({ ...defaultDecoding, topP: 0.5, repetitionPenalty: 1.15 })).toBe(
      'greedy, repetition penalty 1.15, up to 96 tokens',
    );
    const logitBias = [{ token: 3, bias: 2 }];
    expect(inWords({ ...defaultDecoding, presencePenalty: 0.5, logitBias })).toBe(
      'greedy, presence penalty 0.5, 1 token bias, up to 96 tokens',
    );
    expect(inWords({ ...defaultDecoding, temperature: 0.7, topP: 0.9, stop: ['x'], seed: 3 })).toBe(
      'temperature 0.7, top-p 0.9, up to 96 tokens, 1 stop string, seed 3',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { documentOf, gallery } from '../gallery/gallery.ts';
import { differenceWords, expectationWords } from './contrast-words.ts';
import { changeWords } from './setting-words.ts';

const wordsIn = (id: 'E1' | 'E3' | 'E4' | 'E5' | 'E7' | 'E9' | 'E10' | 'E12', level: string) => {
  const levels = documentOf(id, 'quick').factors.flatMap((factor) => factor.levels);
  return changeWords(levels.find(({ label }) => label === level)?.set ?? {});
};

describe('what a level changes', () => {
  it('is told in the reader’s words, places counted from 1', () => {
    expect(wordsIn('E1', 'Base')).toEqual(['layout: Raw query', 'no rules', 'no demonstrations']);
    expect(wordsIn('E1', 'Instruct')[0]).toBe('its instruct twin');
    expect(wordsIn('E3', '1 + 3')).toEqual(['keeps 1 and 3']);
    expect(wordsIn('E3', 'none')).toEqual(['keeps none']);
    expect(wordsIn('E4', 'circular shift')).toEqual(['answers shifted by +1']);
    expect(wordsIn('E5', 'URIAL + random')).toEqual([
      'demonstrations: from the pool at random, then the curated ones',
    ]);
    expect(wordsIn('E9', 'Spanish')).toEqual(['Spanish']);
    expect(wordsIn('E12', '3 of two turns')).toEqual([
      '6 demonstrations in all',
      'demonstrations: 3 of two turns each',
    ]);
    expect(wordsIn('E4', 'correct')).toEqual([]);
  });

  it('tells what is done to the weights', () => {
    expect(wordsIn('E7', 'IFT, medium')).toEqual([
      'demonstrations: from the degraded pool at random',
      'fine-tuned on the demonstrations: Classroom, one minute',
    ]);
    expect(wordsIn('E10', 'Base + DPO').at(-1)).toBe(
      'preference-tuned on the demonstrations, answers of others rejected (in domain): Classroom, one minute',
    );
    expect(changeWords({ tuning: null })).toEqual(['weights as they are']);
    const changes = { epochs: 1, trained: { kind: 'all' as const }, clipNorm: 0, beta: 0.5 };
    expect(changeWords({ tuning: { kind: 'sft', preset: 'paper', changes, rules: true } })).toEqual(
      [
        'fine-tuned on the demonstrations: Paper, Table 4, all weights, 1 epoch, no clipping, β 0.5, under the rules',
      ],
    );
    expect(changeWords({ tuning: { kind: 'adapter', id: 'a'.repeat(64) } })).toEqual([
      'with the adapter aaaaaaaaaaaa…',
    ]);
  });

  it('has words for every change in the gallery', () => {
    for (const { id } of gallery)
      for (const size of ['quick', 'full'] as const)
        for (const { levels } of documentOf(id, size).factors)
          for (const { set } of levels)
            expect(changeWords(set).length).toBeGreaterThanOrEqual(Object.keys(set).length - 1);
  });

  it('tells decoding too', () => {
    const decoding = { temperature: 0, topP: 0.9, stop: ['```', '\n'], maxNewTokens: 8 };
    expect(changeWords({ decoding, precision: null })).toEqual([
      'precision as loaded',
      'temperature 0 (greedy)',
      'top-p 0.9',
      'up to 8 tokens',
      'stops at "```", "\\n"',
    ]);
  });
});

it('says what a contrast takes from what, and what is expected', () => {
  const words = (id: 'E1' | 'E5' | 'E9' | 'E14') =>
    documentOf(id, 'quick').contrasts.map((contrast) => [
      differenceWords(contrast),
      expectationWords(contrast),
    ]);
  expect(words('E1')[0]).toEqual(['(Base + URIAL) − (Base)', 'above 0']);
  expect(words('E1')[2]?.[0]).toBe(
    '(Instruct, 2nd turn) − (Base + URIAL, 2nd turn) − (Instruct, 1st turn) + (Base + URIAL, 1st turn)',
  );
  expect(words('E5')[0]?.[0]).toBe('(N 10, 1st turn) − (N 3, 1st turn)');
  expect(words('E9')[0]?.[0]).toBe('(English, URIAL) − (Spanish and French, URIAL)');
  expect(words('E14')[0]).toEqual(['(order 3 2 1) − (order 1 2 3)', 'within 0.5 of 0']);
});

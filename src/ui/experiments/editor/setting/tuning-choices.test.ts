import { describe, expect, it } from 'vitest';
import { ofKind, readChanges } from './tuning-choices.ts';

describe('a tuning of another kind', () => {
  it('keeps what both have in common', () => {
    const sft = { kind: 'sft', preset: 'lora-small', changes: { epochs: 2 }, rules: true } as const;
    const dpo = { ...sft, kind: 'dpo', rejected: 'in-domain' };
    expect(ofKind('dpo', sft)).toEqual(dpo);
    expect(ofKind('sft', ofKind('dpo', sft))).toEqual(sft);
    expect(ofKind('none', sft)).toBeNull();
    expect(ofKind('sft', null)).toEqual({ kind: 'sft', preset: 'classroom' });
  });
});

describe('changes of a preset', () => {
  it('are read from JSON, none from an empty text', () => {
    expect(readChanges(' {"epochs": 2} ')).toEqual({ epochs: 2 });
    expect(readChanges('  ')).toBeUndefined();
    expect(readChanges('{}')).toBeUndefined();
  });

  it.each([
    ['{"epochs": ', /no JSON/],
    ['{"epochs": 0}', /epochs/],
    ['{"speed": 1}', /speed/],
  ])('refuses %s by its place', (text, expected) => {
    expect(() => readChanges(text)).toThrow(expected);
  });
});

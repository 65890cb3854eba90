import { describe, expect, it } from 'vitest';
import { rowsHash, trainingIdentity } from './identity.ts';
import { presetSettings } from './presets.ts';
import type { TrainingRows, TrainingText } from './rows.ts';

const rows = (...tokens: number[]): TrainingRows => ({
  method: 'sft',
  training: [{ tokens, learnt: [[1, tokens.length]] }],
  validation: [],
});
const settings = presetSettings('classroom', {
  method: 'sft',
  examples: 12,
  contextLength: 512,
  template: 'urial-fenced',
  seed: 1,
});

describe('the hash of rows', () => {
  it('is of tokens, spans and the split', async () => {
    const same: TrainingText = { learnt: [[1, 3]], tokens: [1, 2, 3] };
    const hash = await rowsHash(rows(1, 2, 3));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await rowsHash({ method: 'sft', training: [same], validation: [] })).toBe(hash);
    const others: TrainingRows[] = [
      rows(1, 2, 4),
      { method: 'sft', training: [{ tokens: [1, 2, 3], learnt: [[2, 3]] }], validation: [] },
      { method: 'sft', training: [], validation: [{ tokens: [1, 2, 3], learnt: [[1, 3]] }] },
      {
        method: 'dpo',
        training: [
          {
            chosen: { tokens: [1, 2, 3], learnt: [[1, 3]] },
            rejected: { tokens: [1, 2], learnt: [[1, 2]] },
          },
        ],
        validation: [],
      },
    ];
    const hashes = await Promise.all(others.map(rowsHash));
    expect(new Set([hash, ...hashes]).size).toBe(5);
  });
});

describe('the identity of a training', () => {
  it('is of base, settings and rows, in whatever order they were written', async () => {
    const identity = await trainingIdentity('base', settings, 'rows');
    const turned = Object.fromEntries(Object.entries(settings).reverse()) as typeof settings;
    expect(await trainingIdentity('base', turned, 'rows')).toBe(identity);
    for (const other of [
      trainingIdentity('other', settings, 'rows'),
      trainingIdentity('base', { ...settings, seed: 2 }, 'rows'),
      trainingIdentity('base', settings, 'others'),
    ])
      expect(await other).not.toBe(identity);
  });
});

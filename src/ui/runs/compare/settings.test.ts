import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { differences } from './settings.ts';

describe('differences', () => {
  it('leaves out what every run has of its own', () => {
    const one = sampleRun(1);
    expect(
      differences(one, { ...sampleRun(1), id: 'b', key: 'k', batch: 'c', createdAt: '' }),
    ).toEqual([]);
  });

  it('names what is not the same, with both values', () => {
    const other = sampleRun(1, { rating: 7 });
    other.decoding.temperature = 0.7;
    other.generation.stopReason = 'stop-string';
    other.generation.stopString = '\nQ:';
    const rows = differences(sampleRun(1), other);
    expect(rows.map(({ name, a, b }) => [name, a, b])).toEqual([
      ['Rating', 'not rated', '7'],
      ['Temperature', '0 (greedy)', '0.7'],
      ['Stop reason', 'End token', 'Stop string'],
      ['Stopped at', 'none', '"\\nQ:"'],
    ]);
  });

  it('sees demonstrations by their texts, as the arm takes them', () => {
    const bare = sampleRun(1);
    bare.arm = { ...bare.arm, useRules: false, useDemonstrations: false };
    expect(differences(sampleRun(1), bare).map(({ name, b }) => [name, b])).toEqual([
      ['Rules', 'none'],
      ['Demonstrations', 'none'],
    ]);
  });
});

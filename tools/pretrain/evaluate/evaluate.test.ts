import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logProbability } from './exported-model.ts';
import { precisionTable } from './precision.ts';
import { conditions } from './reading.ts';

describe('logProbability', () => {
  it('agrees with the definition, and does not overflow', () => {
    expect(logProbability(Float32Array.of(0, Math.log(3)), 1)).toBeCloseTo(Math.log(0.75), 6);
    expect(logProbability(Float32Array.of(1000, 1000), 0)).toBeCloseTo(Math.log(0.5), 6);
    expect(logProbability(Float32Array.of(-1000, -1000), 0)).toBeCloseTo(Math.log(0.5), 6);
  });

  it('sums to one over the vocabulary', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (logits) => {
          const row = Float32Array.from(logits);
          const sum = logits.reduce((total, _, i) => total + Math.exp(logProbability(row, i)), 0);
          expect(sum).toBeCloseTo(1, 5);
        },
      ),
    );
  });
});

describe('conditions', () => {
  const byLabel = Object.fromEntries(conditions.map((c) => [c.label, c]));

  it('go from the bare query to rules and demonstrations', () => {
    expect(byLabel['bare query']?.prompt('Who?')).toBe('Who?');
    expect(byLabel['bare query']?.stop).toEqual([]);
    expect(byLabel['header only']?.prompt('Who?')).toBe(
      '# Query:\n```\nWho?\n```\n\n# Answer:\n```\n',
    );
    const full = byLabel['rules and 3 demonstrations']?.prompt('Who?') ?? '';
    expect(full.match(/# Query:/g)).toHaveLength(4);
    expect(full.startsWith('# Instruction')).toBe(true);
    expect(full.endsWith('# Query:\n```\nWho?\n```\n\n# Answer:\n```\n')).toBe(true);
  });

  it('stop fenced answers at the closing fence', () => {
    for (const { label, stop } of conditions)
      if (label !== 'bare query') expect(stop).toContain('\n```');
  });
});

describe('precisionTable', () => {
  it('sets both precisions side by side', () => {
    const scores = (shift: number) => ({
      loss: 2 + shift,
      families: { recall: 1 + shift },
      examples: { 1: 3 + shift, 10: null },
    });
    const table = precisionTable(scores(0), scores(0.125)).map((line) => line.split(/\s{2,}/));
    expect(table).toEqual([
      ['nats per token', 'fp32', 'q4', 'cost'],
      ['recall', '1.000', '1.125', '+0.125'],
      ['all documents', '2.000', '2.125', '+0.125'],
      ['example 1', '3.000', '3.125', '+0.125'],
    ]);
  });
});

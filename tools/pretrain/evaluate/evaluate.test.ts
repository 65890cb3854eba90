import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logProbability } from './exported-model.ts';
import { precisionTable } from './precision.ts';
import { readingSet } from './reading.ts';

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

describe('readingSet', () => {
  const { queries, conditions } = readingSet({
    id: 'x',
    label: 'X',
    about: '',
    template: 'urial-fenced',
    rules: 'Be kind.',
    demonstrations: [{ query: 'One?', answer: 'Two.', category: '' }],
    queries: ['Who?'],
  });
  const prompts = conditions.map(({ prompt }) => prompt('Who?'));
  const block = (query: string) => `# Query:\n\`\`\`\n${query}\n\`\`\`\n\n# Answer:\n\`\`\`\n`;

  it('goes from the bare query to rules and demonstrations', () => {
    expect(queries).toEqual(['Who?']);
    expect(conditions.map(({ label }) => label)).toEqual(['bare', 'header', 'rules', '1 shown']);
    const rules = '# Instruction\n\nBe kind.\n\n';
    expect(prompts).toEqual([
      'Who?',
      block('Who?'),
      `${rules}${block('Who?')}`,
      `${rules}${block('One?')}Two.\n\`\`\`\n\n${block('Who?')}`,
    ]);
  });

  it('stops fenced answers at the closing fence', () => {
    expect(conditions.map(({ stop }) => stop.includes('\n```'))).toEqual([false, true, true, true]);
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

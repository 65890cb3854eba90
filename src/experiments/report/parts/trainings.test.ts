import { expect, it } from 'vitest';
import type { Adapter } from '../../../domain/training/adapter.ts';
import { presetSettings } from '../../../domain/training/presets.ts';
import type { Results } from '../../results/results.ts';
import { smallDocument } from '../../testing/documents.ts';
import { madeItems, madeResults } from '../../testing/results.ts';
import { trainingsPart } from './trainings.ts';

const work = { examples: 3, contextLength: 100, template: 'plain', seed: 1 } as const;

const adapter = (method: 'sft' | 'dpo'): Adapter => ({
  ...{ schema: 1, id: 'a'.repeat(64), name: 'n', createdAt: '2026-01-01T00:00:00.000Z', bytes: 3 },
  base: { id: 'm', label: 'M', fingerprint: 'f' },
  weights: { kind: 'adapter', rank: 2, alpha: 4, sites: [] },
  origin: {
    kind: 'trained',
    settings: presetSettings('classroom', { ...work, method }),
    data: { sha256: 'b'.repeat(64), rows: 3, tokens: 90, label: 'l' },
    curve: {
      steps: [4, 2, 0.5].map((loss, i) => ({
        ...{ step: i + 1, loss, gradientNorm: 1, learningRate: 1, tokens: 30 },
        ...(method === 'dpo' && { margin: i - 1, accuracy: i / 2 }),
      })),
      validation: [],
    },
    device: 'wasm',
    seconds: 12.34,
  },
});

/** Results whose second arm answered by the adapter. */
function results(settings: Adapter): Results {
  const made = madeResults(smallDocument(), { items: madeItems(2), score: () => 1 });
  const { origin } = settings;
  if (origin.kind !== 'trained') throw new Error('it was not trained');
  const rows = made.rows.map((row) =>
    row.planned.arm === 1 && row.cell?.kind === 'answer'
      ? {
          ...row,
          planned: { ...row.planned, tuning: 'name' },
          cell: { ...row.cell, tuning: { adapter: settings.id, training: 'c'.repeat(64) } },
        }
      : row,
  );
  const planned = { name: 'name', arm: 1, seed: 1, settings: origin.settings, examples: 3 };
  return {
    ...made,
    rows,
    rounds: made.rounds.map((round) => ({ ...round, trainings: [planned] })),
  };
}

it('tells settings and loss of what answered, once however many cells it has', () => {
  const one = adapter('sft');
  const text = trainingsPart(results(one), [one])?.text ?? '';
  expect(text).toContain('URIAL, seed 1');
  expect(text).toContain('SFT on 3 rows, 90 tokens; rank 8, α 16; batches of 2, 18 epochs');
  expect(text).toContain('4.000 to 0.500');
  expect(text).toContain('points="0.0,0.0 70.0,16.0 140.0,28.0"');
  expect(text).toContain('12.3, wasm');
  expect(text.match(/<svg/g)).toHaveLength(1);
  expect(text).not.toContain('margin</th>');
});

it('has margin and accuracy of preferences, below zero too', () => {
  const one = adapter('dpo');
  const text = trainingsPart(results(one), [one])?.text ?? '';
  expect(text).toContain('−1.000 to 1.000');
  expect(text).toContain('points="0.0,32.0 70.0,16.0 140.0,0.0"');
  expect(text).toContain('0.000 to 1.000');
  expect(text.match(/<svg/g)).toHaveLength(3);
});

it('says nothing where nothing was trained, or its record is gone', () => {
  const made = madeResults(smallDocument(), { items: madeItems(2), score: () => 1 });
  expect(trainingsPart(made, [adapter('sft')])).toBeNull();
  expect(trainingsPart(results(adapter('sft')), [])).toBeNull();
});

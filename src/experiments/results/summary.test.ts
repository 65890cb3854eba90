import { describe, expect, it } from 'vitest';
import { smallDocument } from '../testing/documents.ts';
import {
  madeItems,
  madeResults,
  sampleModel,
  type Made,
  type MadePlace,
} from '../testing/results.ts';
import { indexRows } from './index-rows.ts';
import { summaryOf } from './summary.ts';
import { textSummary } from './text-tables.ts';

const document = smallDocument({
  seeds: [1, 2],
  scorers: [{ kind: 'lab-80' }, { kind: 'degeneration', of: 'loop' }],
  contrasts: [
    {
      id: 'gain',
      label: 'URIAL over bare',
      claim: 'C1',
      terms: [
        { weight: 1, where: { arm: 'URIAL' } },
        { weight: -1, where: { arm: 'bare' } },
      ],
      expect: { kind: 'above', than: 0 },
    },
  ],
});

const scoreOf = ({ arm, item, scorer }: MadePlace): Made => {
  if (item.id === 'item-7' && arm.label === 'bare') return 'failed';
  if (scorer !== 'lab-80/score') return arm.label === 'bare' ? 1 : 0;
  if (item.id === 'item-6') return 'unjudged';
  return arm.label === 'bare' ? 2 : 4.5;
};
const summary = async () =>
  summaryOf(await indexRows(madeResults(document, { items: madeItems(16), score: scoreOf })));

describe('summaryOf', () => {
  it('is plain data: nothing is lost when it is written', async () => {
    const found = await summary();
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('has a table for each scorer, degeneration, contrasts and categories', async () => {
    const { tables, degeneration, contrasts, categories, search, shift } = await summary();
    expect(tables.map(({ scorer }) => scorer.id)).toEqual(['lab-80/score', 'degeneration/loop']);
    expect(tables[0]?.cells[1]?.[0]).toMatchObject({ value: 4.5, n: 15, leftOut: 1 });
    expect(degeneration.map(({ cells }) => cells.map(([first]) => first?.value))).toEqual([[1, 0]]);
    expect(contrasts).toMatchObject([{ n: 14, interval: { value: 2.5 }, verdict: 'supported' }]);
    expect(categories.columns.levels.map(({ label }) => label)).toEqual(['math', 'writing']);
    expect([search, shift]).toEqual([null, null]);
  });

  it('counts cells and failures, once for each cell', async () => {
    const { cells, failures, environment } = await summary();
    expect(cells).toEqual({ total: 128, done: 124, failed: 4 });
    expect(failures).toEqual([
      { of: 'lab-80/score', message: 'Nothing to judge.', remedy: '', cells: 8 },
      { of: 'cell', message: 'The prompt is too long.', remedy: 'Take less.', cells: 4 },
    ]);
    expect(environment).toEqual({
      models: [sampleModel],
      devices: ['wasm'],
      app: ['0'],
      engine: ['1'],
    });
  });

  it('is read in a terminal', async () => {
    const text = textSummary(await summary());
    expect(text).toContain('Small: 124 of 128 cells, 4 failed');
    expect(text).toContain('C1: URIAL over bare  > 0.00    2.50 [2.50, 2.50]  14');
    expect(text).toContain('8 x  lab-80/score  Nothing to judge.');
  });
});

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeResults, type MadePlace } from '../testing/results.ts';
import { axisOf } from './axes.ts';
import { csv, csvOf } from './csv.ts';
import { figureTables } from './figure-tables.ts';
import { indexRows } from './index-rows.ts';
import { categoryTable, tableOf, type Table } from './tables.ts';
import { textTable } from './text-tables.ts';

const level = (label: string) => ({ label, set: {} });
const document = (more = {}) =>
  smallDocument({
    factors: [
      { name: 'arm', levels: [level('bare'), level('URIAL')] },
      { name: 'shown', levels: [level('3'), level('10'), level('=30')] },
    ],
    without: [{ arm: 'bare', shown: '10' }],
    references: [{ label: 'aligned', set: {} }],
    ...more,
  });

const scoreOf = ({ arm, turn, item }: MadePlace): number =>
  (arm.reference ? 9 : arm.levels.arm === 'URIAL' ? 5 : 3) +
  (arm.levels.shown === '10' ? 1 : 0) -
  (turn === 2 ? 2 : 0) +
  (item.category === 'math' ? 0.5 : -0.5);

const indexed = (more = {}) =>
  indexRows(madeResults(document(more), { items: madeItems(8), score: scoreOf }));

const values = ({ cells }: Table) =>
  cells.map((line) => line.map((cell) => cell && Math.round(cell.value * 100) / 100));
const labels = (table: Table, axis: 'rows' | 'columns') =>
  table[axis].levels.map(({ label }) => label);

describe('tableOf', () => {
  it('has a mean for each row and column, and the references beneath', async () => {
    const table = await tableOf(await indexed(), { rows: 'arm', columns: 'turn' });
    expect(labels(table, 'rows')).toEqual(['bare', 'URIAL', 'aligned']);
    expect(labels(table, 'columns')).toEqual(['turn 1', 'turn 2', 'both turns']);
    expect(values(table)).toEqual([
      [3, 1, 2],
      [5.33, 3.33, 4.33],
      [9, 7, 8],
    ]);
    expect(table.cells[0]?.[0]).toMatchObject({ n: 8, seeds: 2 });
    expect(table.scorer).toMatchObject({ id: 'lab-80/score' });
  });

  it('crosses two factors; what was left out has no number, and a reference the same in all', async () => {
    const index = await indexed();
    const table = await tableOf(index, { rows: 'arm', columns: 'shown', where: { turn: '1' } });
    expect(labels(table, 'columns')).toEqual(['3', '10', '=30']);
    expect(values(table)).toEqual([
      [3, null, 3],
      [5, 6, 5],
      [9, 9, 9],
    ]);
  });

  it('puts references beside the columns where only these are of a factor', async () => {
    const table = await tableOf(await indexed(), { rows: 'turn', columns: 'arm' });
    expect(labels(table, 'columns')).toEqual(['bare', 'URIAL', 'aligned']);
    expect(values(table)[0]).toEqual([3, 5.33, 9]);
  });

  it('has only the levels that some arm has, and "reference" by itself', async () => {
    const index = await indexed({ without: [{ shown: '10' }] });
    expect(axisOf(index, 'shown').levels.map(({ label }) => label)).toEqual(['3', '=30']);
    const table = await tableOf(index, { rows: 'reference', columns: 'part' });
    expect(values(table)).toEqual([[8, 8]]);
    expect(labels(table, 'columns')).toEqual(['world', 'context']);
  });

  it('refuses an axis of no name', async () => {
    await expect(tableOf(await indexed(), { rows: 'arm', columns: 'size' })).rejects.toThrow(
      'nothing is called “size”',
    );
  });
});

describe('categoryTable', () => {
  it('tells the categories of the items apart', async () => {
    const table = await categoryTable(await indexed(), { rows: 'arm', where: { turn: '1' } });
    expect(labels(table, 'columns')).toEqual(['math', 'writing']);
    expect(values(table)).toEqual([
      [3.5, 2.5],
      [5.83, 4.83],
      [9.5, 8.5],
    ]);
    expect(table.cells[0]?.[0]?.n).toBe(4);
  });
});

describe('figureTables', () => {
  it('is one table for each panel', async () => {
    const figure = { kind: 'bands', x: 'shown', lines: 'turn', panels: 'arm' };
    const tables = await figureTables(await indexed({ figure }));
    expect(tables.map(({ title }) => title)).toEqual(['bare', 'URIAL']);
    expect(tables.map(values)).toEqual([
      [
        [3, 1, 2],
        [null, null, null],
        [3, 1, 2],
        [9, 7, 8],
      ],
      [
        [5, 3, 4],
        [6, 4, 5],
        [5, 3, 4],
        [9, 7, 8],
      ],
    ]);
    const heatmap = { kind: 'heatmap', x: 'shown', y: 'arm', panels: 'turn', rows: 'turn' };
    expect((await figureTables(await indexed({ figure: heatmap })))[1]?.title).toBe(
      'turn 1 · turn 2',
    );
  });
});

describe('csvOf', () => {
  it('has the interval and n of every cell', async () => {
    const index = await indexed();
    const table = await tableOf(index, { rows: 'arm', columns: 'shown', where: { turn: '1' } });
    const text = csvOf([table]);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true });
    expect(data).toHaveLength(9);
    expect(data[4]).toMatchObject({ arm: 'URIAL', shown: '10', scorer: 'lab-80/score' });
    expect(data[4]).toMatchObject({
      value: '6',
      items: '8',
      seeds: '2',
      cells: '16',
      missing: '0',
    });
    expect(Number(data[4]?.low)).toBeLessThan(6);
    expect(data[1]).toMatchObject({ value: '', low: '', items: '0' });
    // a spreadsheet would take the label for a formula
    expect(data[2]?.shown).toBe("'=30");
  });

  it('leaves signed numbers and plain texts as they are', () => {
    const rows = [
      ['+1', -0.5],
      ['-x', null],
      ['@y', 2],
    ];
    expect(csv(['label', 'value'], rows as [string, number][])).toBe(
      `label,value\n+1,-0.5\n"'-x",\n"'@y",2`,
    );
  });
});

describe('textTable', () => {
  it('stands in columns', async () => {
    const index = await indexRows(
      madeResults(smallDocument({ turns: 1, seeds: [1] }), {
        items: madeItems(4),
        score: ({ arm }) => (arm.label === 'bare' ? -0.004 : 12),
      }),
    );
    expect(textTable(await tableOf(index, { rows: 'arm', columns: 'turn' }))).toBe(
      [
        'Lab-80 score',
        'arm \\ turn  turn 1',
        'bare        −0.0040 [−0.0040, −0.0040] n=4',
        'URIAL       12.00 [12.00, 12.00] n=4',
      ].join('\n'),
    );
  });
});

import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { ratedResults } from '../../rating/testing/rated-results.ts';
import type { Results } from '../../results/results.ts';
import type { Value } from './columns.ts';
import { flatRows, type FlatRows } from './flat-rows.ts';
import { parquetBytes } from './parquet.ts';
import { csvPieces, jsonPieces } from './row-files.ts';

/** Answers that break careless writers. */
const odd = ['=1+1', 'a,b\n"c"', '', ' leading', 'ünï ☃ 𝄞', '-3', '- a list\n- of two', '\\ \t'];

function oddResults(questions: number): Results {
  const results = ratedResults(questions, (label, item) => {
    if (label === 'bare') return item === 'item-1' ? 'failed' : 4.25;
    return item === 'item-2' ? 'missing' : 'unjudged';
  });
  const rows = results.rows.map((row, i) =>
    row.cell?.kind === 'answer'
      ? {
          ...row,
          cell: {
            ...row.cell,
            generation: { ...row.cell.generation, text: odd[i % odd.length] ?? '' },
          },
        }
      : row,
  );
  return { ...results, rows };
}

const results = oddResults(4);
const flat = await flatRows(results);
const objects = (of: FlatRows): Record<string, Value>[] =>
  of.rows.map((row) => Object.fromEntries(of.columns.map(({ name }, i) => [name, row[i] ?? null])));
const all = objects(flat);

it('has a row for each planned cell, with what it asked and what came of it', () => {
  expect(all).toHaveLength(results.rows.length);
  expect(new Set(flat.columns.map(({ name }) => name)).size).toBe(flat.columns.length);
  const answered = all.find(({ state }) => state === 'done');
  expect(answered).toMatchObject({
    ...{ experiment: 'made', template: null, model: 'm', precision: 'fp32', arm: 'bare' },
    ...{ 'factor.arm': 'bare', is_reference: false, item: 'item-0', category: 'math' },
    ...{ part: 'world', language: 'en', seed: 1, turn: 1, query: 'item-0, turn 1?' },
    ...{ reference_answer: 'is 1', answer: '=1+1', raw_answer: '=1+1', stop_reason: 'end-token' },
    ...{
      tokens: 1,
      prompt_tokens: 1,
      'score.lab-80/score': 4.25,
      'error.lab-80/score': null,
      total_ms: 0,
    },
    ...{ log_probability: 0, key: '0/0/0/1', device: 'wasm', app: '0', engine: '1' },
  });
});

it('has no number for what failed, was not judged, or is to come', () => {
  const of = (state: string) => all.filter((row) => row.state === state);
  expect(of('failed').length).toBeGreaterThan(0);
  for (const row of of('failed'))
    expect(row).toMatchObject({ answer: null, 'score.lab-80/score': null, tokens: null });
  expect(of('failed')[0]?.problem).toBe('The prompt is too long.');
  expect(of('to come').length).toBeGreaterThan(0);
  for (const row of of('to come')) expect(row).toMatchObject({ answer: null, created_at: null });
  const unjudged = all.find((row) => row['error.lab-80/score'] !== null);
  expect(unjudged).toMatchObject({ 'score.lab-80/score': null, state: 'done' });
});

it('comes back from JSON as it was', async () => {
  expect(JSON.parse((await jsonPieces(flat)).join(''))).toEqual(all);
  const none = { ...flat, rows: [] };
  expect(JSON.parse((await jsonPieces(none)).join(''))).toEqual([]);
});

it('comes back from Parquet as it was, over several row groups', async () => {
  const many = { ...flat, rows: Array.from({ length: 40 }, () => flat.rows).flat() };
  const read = (rows: FlatRows) => parquetReadObjects({ file: parquetBytes(rows) });
  expect(await read(many)).toEqual(objects(many));
  expect(await read({ ...flat, rows: [] })).toEqual([]);
});

it('comes back from CSV as texts, with nothing that a spreadsheet would run', async () => {
  const text = (await csvPieces(flat)).join('');
  const { data, errors } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(all.length);
  for (const [i, row] of data.entries())
    for (const [name, value] of Object.entries(all[i] ?? {})) {
      const plain = value === null ? '' : String(value);
      expect([plain, `'${plain}`]).toContain(row[name]);
    }
  expect(data.map(({ answer }) => answer)).toContain("'=1+1");
  expect(text).not.toMatch(/(^|,)=/m);
  expect((await csvPieces({ ...flat, rows: [] })).join('').trimEnd().split('\n')).toHaveLength(1);
});

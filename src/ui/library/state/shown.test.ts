import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../experiments/library/import.ts';
import { readBenchFile } from '../../../formats/benches/read.ts';
import { samples, textOf } from '../../../formats/benches/testing/samples.ts';
import { readings, shownRows } from './shown.ts';

describe.each(samples)('$name', (sample) => {
  it('is shown with as many cells as columns, none of them empty throughout', () => {
    const file = readBenchFile(textOf(sample), sample.name);
    const { columns, rows } = shownRows(contentOf(file));
    expect(rows).toHaveLength(sample.rows.length);
    expect(columns.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const i of columns.keys()) expect(rows.some((row) => row[i] !== '')).toBe(true);
  });
});

it('five rows are shown, and of a long text its beginning', () => {
  const text = Array.from({ length: 9 }, () => `{"query":"${'word '.repeat(200)}"}`).join('\n');
  const { rows } = shownRows(contentOf(readBenchFile(text, 'x')));
  expect(rows).toHaveLength(5);
  expect(rows[0]?.some((cell) => cell.endsWith('…') && cell.length < 300)).toBe(true);
});

it('only files that could be something else may be read otherwise', () => {
  const of = (name: string) => {
    const sample = samples.find((each) => each.name === name);
    if (!sample) throw new Error(name);
    return readings(readBenchFile(textOf(sample), name), undefined);
  };
  expect(of('question.jsonl')).toEqual([]);
  expect(of('gpt-4.jsonl')).toEqual(['content', 'answers']);
  expect(of('model.jsonl')).toEqual(['content', 'references']);
  expect(of('responses.jsonl')).toEqual(['content', 'pool']);
});

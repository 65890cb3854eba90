import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { FigureData } from './data.ts';
import { pointsOf } from './points.ts';
import { figureCsv, svgMarkup, svgText } from './export.ts';
import { captionOf } from './say.ts';
import { blankDocument } from './testing/blank-document.ts';
import { samples } from './testing/samples.ts';
import { figureTable } from './twin.ts';

const kinds = Object.entries(samples) as [string, FigureData][];

describe('figureTable', () => {
  it.each(kinds)('has every estimate of a %s with its interval and n', (_, data) => {
    const { columns, rows } = figureTable(data);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const ours = rows.filter((row) => row[at('from')]?.value !== null);
    const numbers = ours.map((row) =>
      [data.measure.label, 'from', 'to', `${data.counted}s`].map((name) => row[at(name)]?.value),
    );
    expect(numbers).toEqual(pointsOf(data).map(({ value, low, high, n }) => [value, low, high, n]));
  });

  it('has what a paper printed in a column of its own, without an interval', () => {
    const { columns, rows } = figureTable(samples.table);
    const names = columns.map(({ name }) => name);
    const printed = rows.filter((row) => row[names.indexOf('in a paper')]?.value === 6.27);
    expect(printed.map((row) => row.map(({ text }) => text))).toEqual([
      [
        ...['base + URIAL', 'both turns', '–', '–', '–', '–', '–', '–', '–', '6.27'],
        'arXiv 2405.19874, Table 2: Mistral-7B-v0.2; MT-Bench, 1 to 10, judged by GPT-4',
      ],
    ]);
  });

  it('has verdicts and what a search kept', () => {
    const column = (data: FigureData, name: string) => {
      const { columns, rows } = figureTable(data);
      return rows.map((row) => row[columns.findIndex((one) => one.name === name)]?.value);
    };
    expect(column(samples.forest, 'verdict')).toEqual([
      'supported',
      'undecided',
      'supported',
      'contradicted',
      '–',
    ]);
    expect(column(samples.histogram, 'kept').filter((kept) => kept === 'yes')).toHaveLength(3);
  });
});

it('writes CSV that reads back', () => {
  const { data, errors } = Papa.parse<string[]>(figureCsv(samples.dots));
  const { columns, rows } = figureTable(samples.dots);
  expect(errors).toEqual([]);
  expect(data).toHaveLength(rows.length + 1);
  expect(data[0]).toEqual(columns.map(({ name }) => name));
  expect(Number(data[1]?.[4])).toBe(pointsOf(samples.dots)[0]?.value);
});

describe('svgText', () => {
  it.each(kinds)('is a file that needs nothing else: %s', (_, data) => {
    const text = svgText(data, { document: blankDocument() });
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:/);
    expect(text).not.toMatch(/var\(|light-dark|style|href|url\(|class="undefined/);
    expect(text).toContain(`<title>${data.title}</title>`);
    expect(text).toContain(data.source.slice(0, 20));
    const said = captionOf(data).split(' ').slice(0, 6).join(' ');
    expect(text).toContain(said);
  });

  it('escapes what documents are called', () => {
    const text = svgText({ ...samples.table, title: 'a < b & "c"' }, { document: blankDocument() });
    expect(text).toContain('<title>a &lt; b &amp; &quot;c&quot;</title>');
  });

  it('has the theme and the paper that are asked for', () => {
    const options = { document: blankDocument(), theme: 'dark', paper: 'Mistral-7B-v0.2' } as const;
    const text = svgText(samples.table, options);
    expect(text).toContain('fill="#1a212a"');
    expect(text).toContain('judged by GPT-4');
  });
});

it('writes figures into a page with the page’s colours', () => {
  const text = svgMarkup(samples.table, { document: blankDocument(), width: 500 });
  expect(text).toMatch(/^<svg xmlns/);
  expect(text).toContain('var(--ink)');
});

import { breathing } from '../../../domain/breathing.ts';
import type { Rest } from '../../../scoring/statistics/steps.ts';
import { csv } from '../../results/csv.ts';
import type { FlatRows } from './flat-rows.ts';

/** Rows that are written between two rests: a millisecond or two. */
const slice = 50;

/** Pieces of a file, from slices of rows; the page may work between them. */
async function pieces(
  { rows }: FlatRows,
  rest: Rest,
  write: (some: FlatRows['rows'], from: number) => string,
): Promise<string[]> {
  const written: string[] = [];
  for (let from = 0; from < rows.length; from += slice) {
    written.push(write(rows.slice(from, from + slice), from));
    await rest();
  }
  return written;
}

/** A JSON file in pieces: a list of objects, a line each. */
export async function jsonPieces(flat: FlatRows, rest: Rest = breathing()): Promise<string[]> {
  const names = flat.columns.map(({ name }) => name);
  const line = (row: FlatRows['rows'][number]): string =>
    JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
  const lines = await pieces(
    flat,
    rest,
    (some, from) => (from === 0 ? '' : ',\n') + some.map(line).join(',\n'),
  );
  return ['[\n', ...lines, '\n]\n'];
}

/**
 * A CSV file in pieces, with names in its first line. It is for spreadsheets: texts that they would run get
 * an apostrophe before them, and "nothing" looks like an empty text. JSON and Parquet tell them apart.
 */
export async function csvPieces(flat: FlatRows, rest: Rest = breathing()): Promise<string[]> {
  const names = flat.columns.map(({ name }) => name);
  const line = (value: string | number | boolean | null) =>
    typeof value === 'boolean' ? String(value) : value;
  const head = csv(names, []);
  const lines = await pieces(flat, rest, (some) => {
    const text = csv(
      names,
      some.map((row) => row.map(line)),
    );
    return text.slice(head.length);
  });
  return [head, ...lines, '\n'];
}

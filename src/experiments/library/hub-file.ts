import { Problem } from '../../domain/problem.ts';
import { readBenchFile, type ReadAs } from '../../formats/benches/read.ts';
import type { BenchFile, LineProblem } from '../../formats/benches/types.ts';
import type { HubRows } from './hub.ts';

/** Rows as JSON lines, a line for each row; one that was cut short is null, so that all keep their numbers. */
export const linesOf = ({ rows }: Pick<HubRows, 'rows'>): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

/**
 * Rows of the hub as any other file: its lines are the rows, counted from 1.
 * @throws Problem 'bad-input' where nothing in them can be read
 */
export function readHubRows(found: HubRows, name: string, as?: ReadAs): BenchFile {
  const left = found.cut.map(({ row, fields }): LineProblem => ({
    line: row + 1,
    message: `Line ${row + 1}: the server cut ${fields.map((field) => `“${field}”`).join(', ')} short. It was left out.`,
  }));
  if (left.length === found.rows.length)
    throw new Problem({
      code: 'bad-input',
      message: `${name}: ${left[0]?.message ?? 'line 1: there is no row in it.'}`,
      remedy: 'Download one of the data set’s files, and choose it here. Nothing was imported.',
    });
  const file = readBenchFile(linesOf(found), name, as);
  const cut = new Set(left.map(({ line }) => line));
  const others = file.problems.filter(({ line }) => !cut.has(line));
  const problems = [...others, ...left].toSorted((a, b) => a.line - b.line);
  return { ...file, problems };
}

import * as v from 'valibot';
import { Cell } from '../../../src/domain/cell.ts';
import type { Generation } from '../../../src/domain/run.ts';

const withoutTimings = ({ timings: _, ...given }: Generation) => given;

/** A cell's line without what differs between any two runs: when it was made, and how long it took. */
function bare(line: string): string {
  const cell = v.parse(Cell, JSON.parse(line));
  const undated = { ...cell, createdAt: '' };
  return JSON.stringify(
    cell.kind === 'answer' ? { ...undated, generation: withoutTimings(cell.generation) } : undated,
  );
}

/** How one cell came out in two runs. */
export interface Difference {
  readonly key: string;
  /** Names of the fields that differ, such as `generation.logProbabilities`. */
  readonly fields: readonly string[];
}

/** What two files of cells have in common. */
export interface Comparison {
  readonly cells: number;
  /** Keys that are missing in the other file, or stand in it more than once. */
  readonly notOnce: readonly string[];
  readonly different: readonly Difference[];
  /** Whether all lines are the same bytes in the same order, times and dates aside. */
  readonly same: boolean;
}

const keyOf = (line: string): string => (JSON.parse(line) as Cell).key;

/** Compares the lines of runs.jsonl of two runs of one document. */
export function compareRuns(expected: readonly string[], found: readonly string[]): Comparison {
  const counts = new Map<string, number>();
  for (const key of found.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = new Set([...expected.map(keyOf), ...counts.keys()]);
  const byKey = new Map(found.map((line) => [keyOf(line), line]));
  const known = new Set(expected.map(keyOf));
  return {
    cells: expected.length,
    notOnce: [...keys].filter((key) => counts.get(key) !== 1 || !known.has(key)),
    different: expected.flatMap((line) => {
      const other = byKey.get(keyOf(line));
      if (other === undefined || bare(line) === bare(other)) return [];
      return [{ key: keyOf(line), fields: fieldsApart(line, other) }];
    }),
    same: expected.map(bare).join('\n') === found.map(bare).join('\n'),
  };
}

function fieldsApart(a: string, b: string): string[] {
  const [one, other] = [flat(JSON.parse(bare(a))), flat(JSON.parse(bare(b)))];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name] !== other[name]);
}

/** Fields of a value by their paths, lists as one text. */
function flat(value: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.entries(flat(inner, `${path}${name}.`))
        : [[`${path}${name}`, JSON.stringify(inner)]],
    ),
  );
}

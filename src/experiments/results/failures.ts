import type { ResultIndex } from './index-rows.ts';
import type { ResultRow } from './results.ts';

/** One way in which cells came to nothing. */
export interface Failure {
  /** "cell" where there is no answer, else the scorer that could not judge it. */
  readonly of: string;
  readonly message: string;
  readonly remedy: string;
  readonly cells: number;
}

/** What went wrong with a row's cell: it, or each scorer that could not judge it. */
function failuresOf({ cell, scores }: ResultRow): Omit<Failure, 'cells'>[] {
  if (!cell) return [];
  if (cell.kind === 'failed') {
    const { message, remedy } = cell.problem;
    return [{ of: 'cell', message, remedy }];
  }
  return Object.entries(scores).flatMap(([of, scored]) =>
    'error' in scored ? [{ of, message: scored.error, remedy: '' }] : [],
  );
}

/** Failures by message, the most frequent first. Rows of one cell count once. */
export function failures({ results }: ResultIndex): Failure[] {
  const found = new Map<string, { failure: Omit<Failure, 'cells'>; keys: Set<string> }>();
  for (const row of results.rows)
    for (const failure of failuresOf(row)) {
      const name = JSON.stringify([failure.of, failure.message]);
      const known = found.get(name) ?? { failure, keys: new Set<string>() };
      found.set(name, { ...known, keys: known.keys.add(row.planned.key) });
    }
  return [...found]
    .map(([name, { failure, keys }]) => ({ name, failure, cells: keys.size }))
    .sort((a, b) => b.cells - a.cells || (a.name < b.name ? -1 : 1))
    .map(({ failure, cells }) => ({ ...failure, cells }));
}

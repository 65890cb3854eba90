import type { ResultIndex } from './index-rows.ts';
import type { ResultRow } from './results.ts';

/** One way in which cells came to nothing. */
export interface Failure {
  /** "cell" where there is no answer, else the scorer that could not judge it. */
  readonly of: string;
  readonly message: string;
  readonly remedy: string;
  readonly cells: number;
  /** Some of the texts that could not be read; absent where none is told. */
  readonly texts?: readonly string[];
}

/** What went wrong with a row's cell: it, or each scorer that could not judge it. */
function failuresOf({ cell, scores }: ResultRow): (Omit<Failure, 'cells' | 'texts'> & {
  text?: string;
})[] {
  if (!cell) return [];
  if (cell.kind === 'failed') {
    const { message, remedy } = cell.problem;
    return [{ of: 'cell', message, remedy }];
  }
  return Object.entries(scores).flatMap(([of, scored]) =>
    'error' in scored && !scored.elsewhere
      ? [
          {
            ...{ of, message: scored.error, remedy: '' },
            ...(scored.text !== undefined && { text: scored.text }),
          },
        ]
      : [],
  );
}

/** Texts that are told of each failure, and characters of each. */
const [mostTexts, mostCharacters] = [5, 300];

const shortened = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;

/** Failures by message, the most frequent first. Rows of one cell count once. */
export function failures({ results }: ResultIndex): Failure[] {
  const found = new Map<
    string,
    { failure: Omit<Failure, 'cells' | 'texts'>; keys: Set<string>; texts: Set<string> }
  >();
  for (const row of results.rows)
    for (const { text, ...failure } of failuresOf(row)) {
      const name = JSON.stringify([failure.of, failure.message]);
      const known = found.get(name) ?? { failure, keys: new Set(), texts: new Set() };
      found.set(name, known);
      known.keys.add(row.planned.key);
      if (text !== undefined && known.texts.size < mostTexts) known.texts.add(shortened(text));
    }
  return [...found]
    .map(([name, { failure, keys, texts }]) => ({ name, failure, cells: keys.size, texts }))
    .sort((a, b) => b.cells - a.cells || (a.name < b.name ? -1 : 1))
    .map(({ failure, cells, texts }) => ({
      ...failure,
      cells,
      ...(texts.size > 0 && { texts: [...texts] }),
    }));
}

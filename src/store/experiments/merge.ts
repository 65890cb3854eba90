import type { Cell } from '../../domain/cell.ts';
import { cellKind } from './records.ts';

/** What became of a cell that was to be stored. */
export type Added = 'added' | 'replaced' | 'there';

/** A stored record as a cell; undefined where there is none or none that can be read. */
function readCell(stored: unknown): Cell | undefined {
  try {
    return stored === undefined ? undefined : cellKind.read(stored);
  } catch {
    return undefined;
  }
}

/**
 * The one of two cells of the same key that stays, whichever came first: a result before a failure, of two
 * failures the later, of two results the stored one (they are the same work). What cannot be read gives way.
 */
export function merged(stored: unknown, cell: Cell): { kept: Cell; outcome: Added } {
  const there = readCell(stored);
  const stays =
    there !== undefined &&
    (there.kind !== 'failed' ||
      (cell.kind === 'failed' && Date.parse(there.createdAt) >= Date.parse(cell.createdAt)));
  if (stays) return { kept: there, outcome: 'there' };
  return { kept: cell, outcome: stored === undefined ? 'added' : 'replaced' };
}

/** Many cells with one for each key. */
export function onePerKey(cells: readonly Cell[]): Cell[] {
  const byKey = new Map<string, Cell>();
  for (const cell of cells) byKey.set(cell.key, merged(byKey.get(cell.key), cell).kept);
  return [...byKey.values()];
}

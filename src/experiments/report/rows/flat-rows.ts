import { breathing } from '../../../domain/breathing.ts';
import type { Rest } from '../../../scoring/statistics/steps.ts';
import type { Results } from '../../results/results.ts';
import { columnsOf, type Column, type Value } from './columns.ts';

/** Raw rows: one for each planned cell, whatever came of it. */
export interface FlatRows {
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly Value[])[];
}

/**
 * An experiment's planned cells with all that is known of each, flat. Cells that are the same work under
 * several seeds have a row for each, with one key. The page may work meanwhile.
 */
export async function flatRows(
  { document, rounds, rows }: Results,
  rest: Rest = breathing(),
): Promise<FlatRows> {
  const columns = columnsOf(document, rounds[0]?.experiment ?? '');
  const flat: Value[][] = [];
  for (const row of rows) {
    flat.push(columns.map(({ of }) => of(row)));
    await rest();
  }
  return { columns: columns.map(({ name, type }) => ({ name, type })), rows: flat };
}

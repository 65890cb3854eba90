import Papa from 'papaparse';
import type { Estimate } from './estimate.ts';
import type { Table } from './tables.ts';

/**
 * Labels come from documents that others wrote: a spreadsheet would run one that begins like a formula. A
 * signed number is none.
 */
const formula = /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?$)/;

type Field = string | number | null;

/** Lines under a header as CSV; texts that a spreadsheet would run get an apostrophe before them. */
export const csv = (fields: readonly string[], lines: readonly (readonly Field[])[]): string =>
  Papa.unparse(
    { fields: [...fields], data: lines.map((line) => [...line]) },
    { newline: '\n', escapeFormulae: formula },
  );

const fieldsOf = (cell: Estimate | null): Field[] => [
  cell?.value ?? null,
  cell?.low ?? null,
  cell?.high ?? null,
  cell?.n ?? 0,
  cell?.seeds ?? 0,
  cell?.seedMeans.mean ?? null,
  cell?.seedMeans.sd ?? null,
  cell?.cells ?? 0,
  cell?.missing ?? null,
  cell?.errors ?? null,
];

const names =
  'scorer,value,low,high,items,seeds,mean of seeds,sd of seeds,cells,missing,errors'.split(',');

/** Tables as one CSV, a line for each cell: its mean, interval, n and what it is made of. */
export const csvOf = (tables: readonly Table[]): string =>
  csv(
    ['panel', tables[0]?.rows.name ?? 'row', tables[0]?.columns.name ?? 'column', ...names],
    tables.flatMap(({ title, scorer, rows, columns, cells }) =>
      rows.levels.flatMap((row, r) =>
        columns.levels.map((column, c) => [
          title,
          row.label,
          column.label,
          scorer.id,
          ...fieldsOf(cells[r]?.[c] ?? null),
        ]),
      ),
    ),
  );

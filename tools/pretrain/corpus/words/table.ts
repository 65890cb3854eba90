/**
 * A table written as text: one row per line, columns between bars. The first line names the columns.
 * Throws an Error that names the row when it has another number of columns.
 */
export function table<Column extends string>(text: string): Record<Column, string>[] {
  const [head = '', ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const columns = head.split('|').map((name) => name.trim());
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    if (cells.length !== columns.length)
      throw new Error(`Row with ${cells.length} columns: ${row}`);
    return Object.fromEntries(columns.map((name, i) => [name, cells[i]])) as Record<Column, string>;
  });
}

/** Words between spaces or line ends. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** One entry per line. */
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

import type { MeasuredContrast } from './measure.ts';

/** Points with their sign where they compare, shares as percentages. */
function number({ unit }: MeasuredContrast, value: number): string {
  return unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(2);
}

/** The table as lines: contrast, value, interval, items x draws, what is wanted, whether it was reached. */
export function tableLines(rows: readonly MeasuredContrast[]): string[] {
  const cells = rows.map((row) => [
    row.contrast,
    number(row, row.value),
    `[${number(row, row.low)}, ${number(row, row.high)}]`,
    `${row.n.items} x ${row.n.draws}`,
    row.wanted,
    row.reached === 'reported' ? '' : row.reached,
  ]);
  const all = [['contrast', 'value', '95 % interval', 'n', 'wanted', 'reached'], ...cells];
  const widths = all.reduce<number[]>(
    (most, line) => line.map((text, i) => Math.max(most[i] ?? 0, text.length)),
    [],
  );
  const padded = (text: string, i: number) =>
    // Numbers to the right, words to the left.
    i > 0 && i < 4 ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
  return all.map((line) => line.map(padded).join('  ').trimEnd());
}

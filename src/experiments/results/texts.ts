import type { Interval } from '../../scoring/statistics/interval.ts';
import type { Contrast } from '../document/contrast.ts';

/** Digits after the point with which a number of this size is read. */
const digitsFor = (size: number): number => (size >= 0.1 || size === 0 ? 2 : size >= 0.001 ? 4 : 6);

/** A number for reading: two digits after the point, more for small ones; a real minus sign. */
export function shown(value: number, digits = digitsFor(Math.abs(value))): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}

/** "0.52 [0.31, 0.70]": all three with as many digits as the largest needs. */
export function intervalText({ value, low, high }: Interval): string {
  const digits = digitsFor(Math.max(Math.abs(value), Math.abs(low), Math.abs(high)));
  return `${shown(value, digits)} [${shown(low, digits)}, ${shown(high, digits)}]`;
}

/** A p-value with what its size makes worth telling apart; a dash where there is none. */
export function pText(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** What a contrast should be: "> 0", "0.50 ± 0.25". */
export function expectedText(expect: Contrast['expect']): string {
  if (expect.kind === 'near') return `${shown(expect.than)} ± ${shown(expect.within)}`;
  return `${expect.kind === 'above' ? '>' : '<'} ${shown(expect.than)}`;
}

/** Lines of texts in columns that stand under each other. */
export function aligned(lines: readonly (readonly string[])[]): string {
  const length = (text: string) => Array.from(text).length;
  const widths = (lines[0] ?? []).map((_, c) =>
    Math.max(...lines.map((line) => length(line[c] ?? ''))),
  );
  const pad = (text: string, c: number) => text + ' '.repeat((widths[c] ?? 0) - length(text));
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

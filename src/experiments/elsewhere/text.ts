import { aligned, intervalText, shown } from '../results/texts.ts';
import { benchNames, type ScoreCell, type Scored, type ScoreTable } from './scored.ts';

/** "7.84 [7.51, 8.15]", a whole number, or a dash: what a cell says, without how much it rests on. */
export function cellText(cell: ScoreCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : shown(cell);
  if (cell.value === null) return '–';
  return cell.interval ? intervalText(cell.interval) : shown(cell.value);
}

/** How much a cell rests on: "n 160"; nothing for a plain number. */
export const cellCount = (cell: ScoreCell): string =>
  typeof cell === 'object' ? `n ${cell.n}` : '';

function tableText({ title, about, head, rows }: ScoreTable): string {
  const cell = (each: ScoreCell) => [cellText(each), cellCount(each)].filter(Boolean).join(' ');
  return `${title}\n${aligned([head, ...rows.map((row) => row.map(cell))])}\n${about}`;
}

/** All tables as text for a terminal, with what to know beneath. */
export const scoresText = ({ bench, files, tables, notes }: Scored): string =>
  [
    `${benchNames[bench]}: ${files.map(({ name, recognised }) => `${name} (${recognised})`).join(', ')}`,
    ...tables.map(tableText),
    ...notes,
  ].join('\n\n');

/** What programs read: everything but the tables, whose numbers are in the scores. */
export function scoresJson({ format, version, bench, files, notes, scores }: Scored): string {
  return `${JSON.stringify({ format, version, bench, files, notes, scores }, null, 2)}\n`;
}

import { noteLines } from '../judging/note-words.ts';
import type { JudgeNote } from '../judging/notes.ts';
import type { Evaluated } from './contrasts.ts';
import type { Estimate } from './estimate.ts';
import type { SearchResults } from './search.ts';
import type { ArmShift } from './shift.ts';
import type { Summary } from './summary.ts';
import type { Table } from './tables.ts';
import { aligned, expectedText, intervalText, pText } from './texts.ts';

/** "4.20 [3.90, 4.51] n=80 x5": mean, interval, items, and draws where they are several. */
export function cellText(cell: Estimate | null): string {
  if (!cell) return '–';
  return `${intervalText(cell)} n=${cell.n}${cell.seeds > 1 ? ` x${cell.seeds}` : ''}`;
}

/** A table for a terminal, columns under each other. */
export function textTable({ title, scorer, rows, columns, cells }: Table): string {
  const heading = [scorer.label, ...(title === '' ? [] : [title])].join(', ');
  const lines = [
    [`${rows.name} \\ ${columns.name}`, ...columns.levels.map(({ label }) => label)],
    ...rows.levels.map(({ label }, r) => [
      label,
      ...columns.levels.map((_, c) => cellText(cells[r]?.[c] ?? null)),
    ]),
  ];
  return `${heading}\n${aligned(lines)}`;
}

/** Contrasts for a terminal. */
export const textContrasts = (contrasts: readonly Evaluated[]): string =>
  aligned([
    ['contrast', 'expected', 'found', 'items', 'seeds', 'p', 'p, Holm', 'verdict'],
    ...contrasts.map(({ contrast, interval, n, seeds, p, adjusted, verdict }) => [
      `${contrast.claim === null ? '' : `${contrast.claim}: `}${contrast.label}`,
      expectedText(contrast.expect),
      interval ? intervalText(interval) : '–',
      String(n),
      String(seeds),
      pText(p),
      pText(adjusted),
      verdict,
    ]),
  ]);

/** Shares of tokens by arm, for a terminal. */
export const textShift = (shifts: readonly ArmShift[]): string =>
  aligned([
    ['arm', 'unshifted', 'marginal', 'shifted', 'KL, at least', 'tokens', 'items'],
    ...shifts.map(({ label, all, n }) => [
      label,
      ...[all.unshifted, all.marginal, all.shifted, all.divergence].map((one) =>
        one ? intervalText(one) : '–',
      ),
      String(all.tokens),
      String(n),
    ]),
  ]);

/** What each round of a search chose, for a terminal. */
export const textSearch = ({ rounds }: SearchResults): string =>
  aligned([
    ['round', 'candidates', 'at the threshold', 'chosen', 'its score there'],
    ...rounds.map(({ candidates, chosen }, i) => [
      String(i + 1),
      String(candidates.length),
      String(candidates.filter(({ fate }) => fate === 'kept').length),
      chosen?.label ?? '–',
      cellText(chosen?.estimate ?? null),
    ]),
  ]);

/** What is known of a model that judged, for a terminal. */
const textNote = (note: JudgeNote): string =>
  [`${note.label}: a model made these numbers.`, ...noteLines(note)].join('\n');

/** A summary for a terminal: all its tables, then contrasts, then what failed. */
export function textSummary(summary: Summary): string {
  const { title, cells, tables, judged, judges, shift, search, contrasts, failures } = summary;
  const failed = failures.map(({ of, message, cells: n, texts = [] }) => [
    `${n} x`,
    of,
    [message, ...texts.map((text) => JSON.stringify(text))].join(' '),
  ]);
  return [
    `${title}: ${cells.done} of ${cells.total} cells, ${cells.failed} failed`,
    ...(search ? [textSearch(search)] : []),
    ...(shift ? [textShift(shift)] : []),
    ...tables.map(textTable),
    ...judged.map(textTable),
    ...judges.map(textNote),
    ...(contrasts.length > 0 ? [textContrasts(contrasts)] : []),
    ...(failed.length > 0 ? [aligned(failed)] : []),
  ].join('\n\n');
}

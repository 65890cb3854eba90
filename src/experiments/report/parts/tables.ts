import { noteLines } from '../../judging/note-words.ts';
import type { JudgeNote } from '../../judging/notes.ts';
import type { Estimate } from '../../results/estimate.ts';
import type { Table } from '../../results/tables.ts';
import { intervalText, shown } from '../../results/texts.ts';
import type { Interval } from '../../../scoring/statistics/interval.ts';
import { markup, type Markup, type Part } from '../markup.ts';

/** A table with headings; the first cell of every row is its heading. */
export const grid = (head: readonly string[], rows: readonly (readonly Part[])[]): Markup =>
  markup`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${head.map((name) => markup`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...rest]) =>
            markup`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => markup`<td>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;

function lacking({ missing, errors }: Estimate): string {
  return [
    ...(missing > 0 ? [`${missing} to come`] : []),
    ...(errors > 0 ? [`${errors} failed`] : []),
  ].join(', ');
}

/** A text that stays in one line. */
const nowrap = (text: string): Markup => markup`<span class="whole">${text}</span>`;

/** "0.52 [0.31, 0.70]", or a dash. */
export const interval = (of: Interval | null): Part => (of ? nowrap(intervalText(of)) : '–');

/** "4.20 [3.90, 4.51]" over "n = 80, 5 seeds"; a dash where nothing is there. */
function estimate(cell: Estimate | null): Part {
  if (!cell) return '–';
  const lacks = lacking(cell);
  return markup`${nowrap(intervalText(cell))}<br /><span class="soft"
      >n = ${cell.n}${cell.seeds > 1 ? `, ${cell.seeds} seeds` : ''}${lacks && `, ${lacks}`}</span
    >`;
}

/** What is said of the model that judged; nothing of other scorers. */
export function judgePart(scorer: string | undefined, judges: readonly JudgeNote[]): Part {
  const note = judges.find((each) => each.scorer === scorer);
  return note
    ? markup`<p class="soft"><strong>A model made these numbers.</strong> ${noteLines(note).join(' ')}</p>`
    : null;
}

/** Means by two axes, each with its 95 % interval and n; of a model that judged, with what is known of it. */
export function meansTable(
  { title, scorer, rows, columns, cells }: Table,
  judges: readonly JudgeNote[] = [],
): Markup {
  const unit = scorer.unit === '' ? '' : `, ${scorer.unit}`;
  return markup`<h3>${scorer.label}${unit}${title && `: ${title}`}</h3>
    ${grid(
      [`${rows.name} by ${columns.name}`, ...columns.levels.map(({ label }) => label)],
      rows.levels.map(({ label, reference }, r) => [
        `${label}${reference ? ' (beside)' : ''}`,
        ...columns.levels.map((_, c) => estimate(cells[r]?.[c] ?? null)),
      ]),
    )}
    ${judgePart(scorer.id, judges)}`;
}

/** A mean that may have no interval. */
export const meanText = (mean: number | null): string => (mean === null ? '–' : shown(mean));

import type { Evaluated } from '../results/contrasts.ts';
import { expectedText, intervalText, pText } from '../results/texts.ts';
import type { Board, ClaimRow } from './board.ts';

/** Text in a table's cell: a bar would end it, and a label may come from anybody's document. */
const cell = (text: string): string => text.replace(/[\\|<>[\]*_`#]/g, '\\$&').replace(/\s+/g, ' ');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function contrastLine({ contrast, interval, n, seeds, p, adjusted, verdict }: Evaluated): string[] {
  const { label, expect } = contrast;
  return [
    cell(label),
    expectedText(expect),
    interval ? intervalText(interval) : '–',
    `${n}${seeds > 1 ? ` x ${seeds}` : ''}`,
    pText(p),
    pText(adjusted),
    verdict,
  ];
}

function rowLines({ claim, verdict, contrasts, experiment, others }: ClaimRow): string[] {
  const by = experiment
    ? `By “${cell(experiment.title)}” (${cell(experiment.id)}).`
    : `No finished experiment tests it; ${claim.templates.join(' or ')} of the gallery would.`;
  const beside = others.map(
    ({ title, n, state, verdict: own }) => `“${cell(title)}” (${state}, n = ${n}: ${own})`,
  );
  const table = [
    line(['contrast', 'expected', '95 % interval', 'items x seeds', 'p', 'p, Holm', 'verdict']),
    line(['---', '---', '---', '---', '---', '---', '---']),
    ...contrasts.map((one) => line(contrastLine(one))),
  ];
  return [
    `### ${claim.id}: ${verdict}`,
    '',
    claim.sentence,
    '',
    ...(contrasts.length > 0 ? [...table, ''] : []),
    [by, ...(beside.length > 0 ? [`Beside it: ${beside.join('; ')}.`] : [])].join(' '),
    '',
    `What this does not show: ${claim.caveat}`,
    '',
  ];
}

/** A board as Markdown: an overview, then every claim with its contrasts and what they do not show. */
export function boardMarkdown({ model, rows, tests }: Board): string {
  return [
    `## Claims board: ${cell(model.label)} (${model.precision})`,
    '',
    'Intervals are of 95 %, over items and seeds, and not adjusted for their number. p is of paired',
    `permutation tests over items; “Holm” adjusts it for the ${tests} tests of this board. Undecided: the`,
    'interval does not lie on one side, p is above 0.05, or fewer than six items differ.',
    '',
    line(['claim', 'verdict', 'in short']),
    line(['---', '---', '---']),
    ...rows.map(({ claim, verdict }) => line([claim.id, verdict, cell(claim.sentence)])),
    '',
    ...rows.flatMap(rowLines),
  ].join('\n');
}

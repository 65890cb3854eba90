import type { ResultRow } from '../../../../experiments/results/results.ts';
import type { Evidence } from '../../../../scoring/degeneration/finding.ts';

/** A stretch of a text, and what was seen there. */
export interface Piece {
  readonly text: string;
  readonly what: string | null;
}

/** What scorers point at in an answer, in the order of the text. */
export const evidenceIn = ({ scores }: Pick<ResultRow, 'scores'>): Evidence[] =>
  Object.values(scores)
    .flatMap((scored) => ('value' in scored ? (scored.evidence ?? []) : []))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);

/** A text cut where evidence begins and ends; where two overlap, both are said. */
export function marked(text: string, evidence: readonly Evidence[]): Piece[] {
  const cuts = [0, text.length, ...evidence.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return [...new Set(cuts)].slice(0, -1).map((from, i, all) => {
    const to = all[i + 1] ?? text.length;
    const here = evidence.filter(({ start, end }) => start <= from && end >= to);
    const what = [...new Set(here.map((each) => each.what))].join('; ');
    return { text: text.slice(from, to), what: what === '' ? null : what };
  });
}

import type { HandRating } from '../../domain/experiment.ts';
import type { ResultRow, Results } from '../results/results.ts';
import { scorersOf, type DocumentScorer } from '../results/scorers.ts';
import { blindRatings, keysNamed, ratersIn, taskName } from './raters.ts';

/** Which of two answers is better: 1 the one whose key comes first in the alphabet, -1 the other, 0 neither. */
export type Preference = -1 | 0 | 1;

/** Somebody, or something, that judged answers. */
export interface Judge {
  readonly name: string;
  /** Ratings by the key of the answer. */
  readonly singles: ReadonlyMap<string, number>;
  /** By `taskName` of the two keys. */
  readonly pairs: ReadonlyMap<string, Preference>;
  /** Whether its ratings are on the raters' scale, 1 to 10. */
  readonly onScale: boolean;
}

const preference = (first: number, second: number): Preference =>
  Math.sign(first - second) as Preference;

/** Every rater with what they judged blind. */
export function raterJudges(ratings: readonly HandRating[]): Judge[] {
  const blind = blindRatings(ratings);
  return ratersIn(blind).map((name) => {
    const singles = new Map<string, number>();
    const pairs = new Map<string, Preference>();
    for (const { rater, judgment } of blind) {
      if (rater !== name) continue;
      if (judgment.kind === 'single') singles.set(judgment.cell, judgment.rating);
      if (judgment.kind !== 'pair') continue;
      const { left, right, better } = judgment;
      const forLeft = { left: 1, tie: 0, right: -1 }[better];
      pairs.set(taskName([left, right]), (left < right ? forLeft : 0 - forLeft) as Preference);
    }
    return { name, singles, pairs, onScale: true };
  });
}

/** The number that a scorer gave an answer; null where it gave none. */
function valueOf({ scores }: ResultRow, { id }: DocumentScorer): number | null {
  const scored = scores[id];
  return scored && 'value' in scored ? scored.value : null;
}

/**
 * A scorer of single answers as a judge of what raters judged.
 * @param raters whose pairs it judges too
 */
export function scorerJudge(
  { rows }: Results,
  scorer: DocumentScorer,
  raters: readonly Judge[],
): Judge {
  const sign = scorer.higherIsBetter === true ? 1 : -1;
  const singles = new Map<string, number>();
  for (const row of rows) {
    const value = row.planned.kind === 'answer' ? valueOf(row, scorer) : null;
    if (value !== null) singles.set(row.planned.key, sign * value);
  }
  const pairs = new Map<string, Preference>();
  for (const name of new Set(raters.flatMap((rater) => [...rater.pairs.keys()]))) {
    const [first, second] = keysNamed(name).map((key) => singles.get(key));
    if (first !== undefined && second !== undefined) pairs.set(name, preference(first, second));
  }
  const { min, max } = scorer.range;
  return { name: scorer.label, singles, pairs, onScale: sign === 1 && min === 1 && max === 10 };
}

/** A model that set answers side by side, as a judge of pairs. */
export function pairJudge({ rows }: Results, scorer: DocumentScorer): Judge {
  const placeOf = ({ round, planned: { arm, item, seed, turn } }: ResultRow): string =>
    `${round}/${arm}/${item}/${seed}/${turn}`;
  const own = new Map(
    rows.filter(({ planned }) => planned.kind === 'answer').map((row) => [placeOf(row), row]),
  );
  const pairs = new Map<string, Preference>();
  for (const row of rows) {
    const { planned, cell } = row;
    if (cell?.kind !== 'judgment' || planned.scorer !== scorer.number) continue;
    const answer = own.get(placeOf(row));
    const value = answer ? valueOf(answer, scorer) : null;
    const other = cell.of.find((key) => key !== answer?.planned.key);
    if (!answer || value === null || other === undefined) continue;
    const forOwn = preference(value, 0.5);
    const isFirst = answer.planned.key < other;
    pairs.set(taskName([answer.planned.key, other]), (isFirst ? forOwn : 0 - forOwn) as Preference);
  }
  return { name: scorer.label, singles: new Map(), pairs, onScale: false };
}

/** A model's judgments as a judge: of single answers, or of pairs. */
export function modelJudge(
  results: Results,
  scorer: DocumentScorer,
  raters: readonly Judge[],
): Judge {
  const named = results.document.scorers[scorer.number];
  return named?.kind === 'judge' && named.mode !== 'single'
    ? pairJudge(results, scorer)
    : scorerJudge(results, scorer, raters);
}

/** The document's scorers that are models. */
export const modelScorers = ({ document }: Pick<Results, 'document'>): DocumentScorer[] =>
  scorersOf(document.scorers).filter(({ kind }) => kind === 'judge');

/**
 * The experiment's own first scorer of answers, as a judge of what raters judged; null where it has none, or
 * where neither end of its scale is better. Models that judge are not it.
 * @param raters whose pairs it judges too
 */
export function benchJudge(results: Results, raters: readonly Judge[]): Judge | null {
  const scorer = scorersOf(results.document.scorers).find(
    ({ kind, higherIsBetter }) =>
      !['hand', 'likelihood', 'judge'].includes(kind) && higherIsBetter !== null,
  );
  return scorer ? scorerJudge(results, scorer, raters) : null;
}

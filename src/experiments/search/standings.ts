import { readyScorer } from '../../scoring/scorer.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { ResultRow } from '../results/results.ts';

/** What a candidate came to in a round of a search. */
export interface Standing {
  /** Its place among the candidates that were drawn. */
  readonly candidate: number;
  /** Mean score of the first turn over questions and seeds. */
  readonly mean: number;
}

/** The factor that tells the arms of a search's round apart: the candidate's place among those drawn. */
export const candidateFactor = 'candidate';

/** A candidate's place, from the levels of its arm. */
export const candidateOf = (levels: Readonly<Record<string, string>>): number =>
  Number(levels[candidateFactor]) - 1;

/** Id of the scorer that a search goes by: the first that judges answers, and of which less is not better. */
export function searchScorer({ scorers }: Pick<ExperimentDocument, 'scorers'>): string {
  const judging = scorers.filter(({ kind }) => kind !== 'likelihood' && kind !== 'hand');
  return judging.map(readyScorer).find(({ higherIsBetter }) => higherIsBetter !== false)?.id ?? '';
}

/**
 * The candidates of one round, best first; of equal ones the one drawn earlier. A candidate with an answer
 * that failed is left out: its mean would be one over other questions.
 */
export function standings(rows: readonly ResultRow[], round: number, scorer: string): Standing[] {
  const values = new Map<number, (number | null)[]>();
  for (const { round: of, planned, arm, scores } of rows) {
    if (of !== round || planned.turn !== 1 || planned.kind !== 'answer') continue;
    const candidate = candidateOf(arm.levels);
    const scored = scores[scorer];
    const value = scored && 'value' in scored ? scored.value : null;
    values.set(candidate, [...(values.get(candidate) ?? []), value]);
  }
  return [...values]
    .flatMap(([candidate, all]): Standing[] => {
      const known = all.filter((value) => value !== null);
      if (known.length < all.length) return [];
      return [{ candidate, mean: known.reduce((a, b) => a + b, 0) / known.length }];
    })
    .sort((a, b) => b.mean - a.mean || a.candidate - b.candidate);
}

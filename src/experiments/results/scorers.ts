import { Problem } from '../../domain/problem.ts';
import type { ScorerFacts } from '../../scoring/answered.ts';
import { readyScorer, type Scorer } from '../../scoring/scorer.ts';

/** A document's scorer as analysis reads it. */
export interface DocumentScorer extends ScorerFacts {
  readonly kind: Scorer['kind'];
  /** Its number in the document. */
  readonly number: number;
}

/** The scorers of a document, in its order. */
export const scorersOf = (scorers: readonly Scorer[]): DocumentScorer[] =>
  scorers.map((named, number) => {
    const { id, version, label, unit, range, higherIsBetter } = readyScorer(named);
    return { id, version, label, unit, range, higherIsBetter, kind: named.kind, number };
  });

/**
 * One of a document's scorers.
 * @param id absent for the first, which figures show
 * @throws Problem 'bad-input' where there is no such scorer
 */
export function pickScorer(scorers: readonly DocumentScorer[], id?: string): DocumentScorer {
  const found = id === undefined ? scorers[0] : scorers.find((scorer) => scorer.id === id);
  if (found) return found;
  throw new Problem({
    code: 'bad-input',
    message: `The experiment has no scorer “${id ?? ''}”.`,
    remedy: `It has ${scorers.map((scorer) => scorer.id).join(', ')}.`,
  });
}

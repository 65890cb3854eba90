import { breathing } from '../../domain/breathing.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { candidateOf, searchScorer, standings } from '../search/standings.ts';
import { armAxis } from './axes.ts';
import { estimateOf, type Estimate } from './estimate.ts';
import type { ResultIndex } from './index-rows.ts';
import { tableOf, type Table } from './tables.ts';

/** A candidate of one round, and what became of it. */
export interface JudgedCandidate {
  /** Its place among those that were drawn. */
  readonly candidate: number;
  readonly label: string;
  /** Of first turns; null where nothing is there. */
  readonly estimate: Estimate | null;
  /** The mean that it was judged by; null where a cell failed or is to come: it cannot be chosen. */
  readonly mean: number | null;
  /** `chosen` stands in the next prompts, `kept` may be chosen there; `open` until the round is done. */
  readonly fate: 'chosen' | 'kept' | 'dropped' | 'no score' | 'open';
}

/** One round of a greedy search. */
export interface SearchRound {
  readonly number: number;
  /** In the order in which they were drawn. */
  readonly candidates: readonly JudgedCandidate[];
  /** Null until the round is done, or where no candidate has all its scores. */
  readonly chosen: JudgedCandidate | null;
}

/** What a greedy search gave (Table 1 and Figs 5, 9 of arXiv 2405.19874). */
export interface SearchResults {
  readonly threshold: number | null;
  readonly rounds: readonly SearchRound[];
  /** The found prompts on questions that the search never saw; null until they are planned. */
  readonly check: Table | null;
}

async function roundOf(index: ResultIndex, number: number, rest: Rest): Promise<SearchRound> {
  const { document, results } = index;
  const scorer = searchScorer(document);
  const rows = results.rows.filter(({ round }) => round === number);
  const ranked = standings(rows, number, scorer);
  const means = new Map(ranked.map(({ candidate, mean }) => [candidate, mean]));
  const done = rows.every(({ cell }) => cell !== undefined);
  const threshold = document.search?.threshold ?? null;
  const fateOf = (candidate: number, mean: number | null): JudgedCandidate['fate'] => {
    if (!done) return 'open';
    if (mean === null) return 'no score';
    if (candidate === ranked[0]?.candidate) return 'chosen';
    return threshold === null || mean >= threshold ? 'kept' : 'dropped';
  };
  const candidates: JudgedCandidate[] = [];
  for (const { arm } of index.armsOf({ round: number })) {
    const candidate = candidateOf(arm.levels);
    const where = { ...arm.levels, turn: '1' };
    const estimate = await estimateOf(index, { scorer, where, round: number }, rest);
    const mean = means.get(candidate) ?? null;
    candidates.push({
      candidate,
      label: arm.label,
      estimate,
      mean,
      fate: fateOf(candidate, mean),
    });
  }
  const chosen = candidates.find(({ fate }) => fate === 'chosen') ?? null;
  return { number, candidates, chosen };
}

/**
 * What a search's rounds gave, by the scorer that it goes by; the page may work meanwhile. A winner's score
 * on the questions that chose it is too good, the best of many being lucky too: `check` is the fair one.
 * @returns null for a document without a search
 */
export async function searchOf(
  index: ResultIndex,
  rest: Rest = breathing(),
): Promise<SearchResults | null> {
  const { document, results } = index;
  if (!document.search) return null;
  const rounds: SearchRound[] = [];
  for (const { number, purpose } of results.rounds)
    if (purpose === 'search') rounds.push(await roundOf(index, number, rest));
  const checked = results.rounds.some(({ purpose }) => purpose === 'check');
  const axes = { rows: armAxis(index), columns: 'turn', scorer: searchScorer(document) };
  return {
    threshold: document.search.threshold,
    rounds,
    check: checked ? await tableOf(index, axes, rest) : null,
  };
}

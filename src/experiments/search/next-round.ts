import { shuffled } from '../../domain/shuffle.ts';
import { combinations, type DocumentArm } from '../document/arms.ts';
import { fixedSetting, type ExperimentDocument } from '../document/document.ts';
import type { Search } from '../document/search.ts';
import { changed, type Setting } from '../document/setting.ts';
import { loadMaterial } from '../material/load.ts';
import type { Shelf } from '../material/shelf.ts';
import { wholeRound, type RoundWanted } from '../plan/plan-round.ts';
import type { Results } from '../results/results.ts';
import { promptFactor, promptLabel } from './prompts.ts';
import { candidateFactor, searchScorer, standings } from './standings.ts';

/** A query and its answer, as a source writes them out. */
export interface Pair {
  readonly query: string;
  readonly answer: string;
  readonly category: string;
}

/** How far a search is: what it found, and who is still in it. */
export interface SearchState {
  /** Places of the winners among the candidates, in the order found. */
  readonly found: readonly number[];
  readonly left: readonly number[];
}

/**
 * Follows the rounds of a search: the best of each is found, those below the threshold are out
 * (arXiv 2405.19874, section 5).
 */
export function searchState(search: Search, results: Results, scorer: string): SearchState {
  let left = Array.from({ length: search.candidates }, (_, i) => i);
  const found: number[] = [];
  for (const { number, purpose } of results.rounds) {
    if (purpose !== 'search') continue;
    const [best, ...others] = standings(results.rows, number, scorer);
    if (!best) {
      left = [];
      continue;
    }
    found.push(best.candidate);
    left = others
      .filter(({ mean }) => search.threshold === null || mean >= search.threshold)
      .map(({ candidate }) => candidate)
      .sort((a, b) => a - b);
  }
  return { found, left };
}

/** The demonstrations that a search tries: drawn from the pool by the document's first seed. */
export async function candidatesOf(document: ExperimentDocument, shelf: Shelf): Promise<Pair[]> {
  const { questions, material, seeds, search } = document;
  const { language } = fixedSetting(document);
  const split = questions.bench === 'lab-80' ? questions.split : null;
  const { pool } = await loadMaterial(material, language, split, shelf);
  return shuffled(pool, seeds[0] ?? 0, 'search candidates')
    .slice(0, search?.candidates ?? 0)
    .map(({ query, answer, category }) => ({ query, answer, category }));
}

/** A setting with found demonstrations before its own, the newest last (nearest the fixed block). */
export const withFound = (setting: Setting, found: readonly Pair[]): Setting =>
  changed(setting, {
    demonstrations: [
      ...(found.length > 0 ? [{ take: 'given' as const, pairs: [...found] }] : []),
      ...setting.demonstrations,
    ],
  });

function searchArms(
  setting: Setting,
  candidates: readonly Pair[],
  { found, left }: SearchState,
): DocumentArm[] {
  const before = found.map((i) => candidates[i] as Pair);
  return left.map((candidate) => ({
    label: `${candidate + 1}. ${candidates[candidate]?.query ?? ''}`,
    levels: { round: String(found.length + 1), [candidateFactor]: String(candidate + 1) },
    reference: false,
    setting: withFound(setting, [...before, candidates[candidate] as Pair]),
  }));
}

function checkArms(
  document: ExperimentDocument,
  search: Search,
  candidates: readonly Pair[],
  found: readonly number[],
): DocumentArm[] {
  const setting = fixedSetting(document);
  const prompts = Array.from({ length: found.length + 1 }, (_, n) => ({
    label: promptLabel(n),
    set: withFound(
      setting,
      found.slice(0, n).map((i) => candidates[i] as Pair),
    ),
  }));
  const factors = [{ name: promptFactor, levels: prompts }, ...search.check.factors];
  const references = document.references.map(({ label, set }) => ({
    label,
    levels: { reference: label },
    reference: true,
    setting: changed(setting, set),
  }));
  return [...combinations(factors, setting), ...references];
}

/**
 * The round after those that are done; null where the experiment is at its end. Without a search there is
 * one round; with one, a round for every demonstration that is sought, as long as candidates are left, and
 * then the check on questions that the search never saw.
 */
export async function nextRound(
  experiment: string,
  document: ExperimentDocument,
  results: Results,
  shelf: Shelf,
): Promise<RoundWanted | null> {
  const { search } = document;
  const number = results.rounds.length;
  if (!search) return number === 0 ? wholeRound(experiment, document) : null;
  if (results.rounds.at(-1)?.purpose === 'check') return null;
  const candidates = await candidatesOf(document, shelf);
  const state = searchState(search, results, searchScorer(document));
  const ended = state.found.length === search.rounds || state.left.length === 0;
  if (ended)
    return {
      experiment,
      number,
      purpose: 'check',
      questions: search.check.questions,
      arms: checkArms(document, search, candidates, state.found),
      turns: document.turns,
    };
  return {
    experiment,
    number,
    purpose: 'search',
    questions: document.questions,
    arms: searchArms(fixedSetting(document), candidates, state),
    // candidates are compared by their first turns
    turns: 1,
  };
}

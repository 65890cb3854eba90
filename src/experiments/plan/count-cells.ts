import { armsOf, countOf } from '../document/arms.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { Questions } from '../document/questions.ts';
import { checkSize } from '../document/read.ts';
import { itemsOf } from '../material/items.ts';
import { judgmentsEach } from '../judging/count-judgments.ts';
import type { Shelf } from '../material/shelf.ts';

/** What a document asks for, counted without its models. */
export interface CellCount {
  /** Ways of asking, references among them; in a search those of its check. */
  readonly arms: number;
  readonly questions: number;
  readonly turns: number;
  readonly seeds: number;
  /** Scorers that have the model judge a text: one more cell for each answer. */
  readonly likelihoods: number;
  /** Judgments of each answer, at most: an arm is not set beside itself. */
  readonly judgments: number;
  readonly search: { readonly candidates: number; readonly rounds: number } | null;
  /** At most: cells that come to the same work are done once, and a search may end early. */
  readonly cells: number;
}

/** Questions, and turns of all of them together. */
async function asked(questions: Questions, turns: number, shelf: Shelf) {
  // ids and turns agree between the bench's languages
  const { items } = await itemsOf(questions, ['en'], shelf);
  const places = items.reduce((sum, item) => sum + Math.min(turns, item.turns.en?.length ?? 0), 0);
  return { questions: items.length, places };
}

/**
 * Counts the cells of a document, as far as that can be told before anything is planned.
 * @throws Problem 'bad-input' where nothing is left to ask, or there are more than the lab takes
 */
export async function countCells(document: ExperimentDocument, shelf: Shelf): Promise<CellCount> {
  const { turns, seeds, scorers, search, references } = document;
  const likelihoods = scorers.filter(({ kind }) => kind === 'likelihood').length;
  const judgments = judgmentsEach(scorers);
  const each = seeds.length * (1 + likelihoods + judgments);
  const { questions, places } = await asked(document.questions, turns, shelf);
  checkSize(document, questions);
  const shared = { questions, turns, seeds: seeds.length, likelihoods, judgments };
  if (!search) {
    const arms = armsOf(document).length;
    return { ...shared, arms, search: null, cells: arms * places * each };
  }
  const { candidates, rounds, check } = search;
  const tried = Array.from({ length: rounds }, (_, round) => Math.max(0, candidates - round));
  const searched = tried.reduce((sum, arms) => sum + arms * questions, 0);
  const arms = (rounds + 1) * countOf(check.factors) + references.length;
  const checked = arms * (await asked(check.questions, turns, shelf)).places;
  return { ...shared, arms, search: { candidates, rounds }, cells: (searched + checked) * each };
}

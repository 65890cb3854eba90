import { Problem } from '../../domain/problem.ts';
import type { BenchItem } from '../../formats/benches/types.ts';
import type { ImportedQuestions } from '../document/questions.ts';
import type { PlannedItem, PlannedTurn } from '../plan/plan.ts';
import type { Shelf } from './shelf.ts';
import { spread } from './spread.ts';

/**
 * The items of an imported set, in its own order; of a part of them as many of each category as can be. They
 * are asked as they stand, in whatever language an arm's prompt is.
 * @throws Problem 'bad-input' where the library does not have the set, or nothing of it fits
 */
export async function importedItems(
  questions: ImportedQuestions,
  languages: readonly string[],
  shelf: Pick<Shelf, 'imported'>,
): Promise<PlannedItem[]> {
  const { set, name, categories, limit } = questions;
  const content = await shelf.imported(set);
  if (content === null) throw notThere(questions);
  if (content.kind !== 'questions') throw noQuestions(name);
  const wanted = content.items.filter(({ category }) => categories?.includes(category) ?? true);
  if (wanted.length === 0) throw nothingToAsk(name);
  return chosen(wanted, limit).map((item) => ({
    id: item.id,
    category: item.category,
    part: 'given',
    turns: Object.fromEntries(languages.map((language) => [language, turnsOf(item)])),
  }));
}

function chosen(items: readonly BenchItem[], limit: number | undefined): BenchItem[] {
  const order = new Map(items.map((item, i) => [item, i]));
  const place = (item: BenchItem) => order.get(item) ?? 0;
  const together = items.toSorted((a, b) =>
    a.category === b.category ? place(a) - place(b) : a.category < b.category ? -1 : 1,
  );
  return spread(together, limit).toSorted((a, b) => place(a) - place(b));
}

const turnsOf = ({ turns, ifeval }: BenchItem): PlannedTurn[] =>
  turns.map((turn, i) => ({
    ...turn,
    // what a program checks is asked in the first turn
    ...(i === 0 && ifeval && { ifeval: structuredClone(ifeval) as PlannedTurn['ifeval'] }),
  }));

function notThere({ name, set }: ImportedQuestions): Problem {
  return new Problem({
    code: 'bad-input',
    message: `questions: the set “${name}” (${set.slice(0, 12)}…) is not in the library here.`,
    remedy: 'Import its file under “Benchmarks”, or give it with --bench FILE. Nothing was run.',
  });
}

function noQuestions(name: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `questions: the set “${name}” holds no questions.`,
    remedy: 'Choose a set of questions.',
  });
}

function nothingToAsk(name: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `questions: no item of “${name}” has one of these categories.`,
    remedy: 'Leave out "categories", or name some that the set has.',
  });
}

import { Problem } from '../../domain/problem.ts';
import type { BenchItem } from '../../scoring/lab-80/schema.ts';
import type { Questions } from '../document/questions.ts';
import type { PlannedItem, PlannedTurn } from '../plan/plan.ts';
import { importedItems } from './imported.ts';
import { isBenchLanguage, type Shelf } from './shelf.ts';
import { spread } from './spread.ts';

/** The items asked, and what the bench knows beyond their turns: by language and id. */
export interface Asked {
  readonly items: readonly PlannedItem[];
  /** Items of the bundled bench, with the demonstrations of their own. */
  benchItem(language: string, id: string): BenchItem | undefined;
}

/**
 * What is asked, in every language that some arm asks in.
 * @throws Problem 'bad-input' where the bench is not there in a language, an imported set is not there, or
 * nothing is left to ask
 */
export async function itemsOf(
  questions: Questions,
  languages: readonly string[],
  shelf: Shelf,
): Promise<Asked> {
  if (questions.bench === 'given') {
    const items = questions.items.map(({ id, category, turns }) => ({
      id,
      category,
      part: 'given',
      turns: Object.fromEntries(languages.map((language) => [language, turns])),
    }));
    return { items, benchItem: () => undefined };
  }
  if (questions.bench === 'imported') {
    const items = await importedItems(questions, languages, shelf);
    return { items, benchItem: () => undefined };
  }
  const byLanguage = new Map<string, ReadonlyMap<string, BenchItem>>();
  for (const language of languages) {
    if (!isBenchLanguage(language)) throw noSuchLanguage(language);
    const { items } = await shelf.bench(questions.split, language);
    byLanguage.set(language, new Map(items.map((item) => [item.id, item])));
  }
  const [first] = byLanguage.values();
  const wanted = [...(first?.values() ?? [])].filter(
    ({ part, category }) =>
      (questions.part === 'all' || part === questions.part) &&
      (questions.categories?.includes(category) ?? true),
  );
  const chosen = spread(
    wanted.toSorted((a, b) => (a.category + a.id < b.category + b.id ? -1 : 1)),
    questions.limit,
  );
  if (chosen.length === 0) throw nothingToAsk();
  return {
    items: chosen.map(({ id, category, part }) => ({
      id,
      category,
      part,
      turns: Object.fromEntries(
        [...byLanguage].map(([language, items]) => [language, turnsOf(items.get(id))]),
      ),
    })),
    benchItem: (language, id) => byLanguage.get(language)?.get(id),
  };
}

const turnsOf = (item: BenchItem | undefined): PlannedTurn[] =>
  (item?.turns ?? []).map((spec) => ({ query: spec.query, reference: spec.answer, spec }));

function noSuchLanguage(language: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `language: Lab-80 has no items in “${language}”.`,
    remedy: 'It is there in en, es and fr. For other languages give questions of your own.',
  });
}

function nothingToAsk(): Problem {
  return new Problem({
    code: 'bad-input',
    message: 'questions: no item of Lab-80 has this part and these categories.',
    remedy: 'Leave out "categories", or ask for the part "all".',
  });
}

import { Problem } from '../../domain/problem.ts';
import { categories } from '../../scoring/lab-80/schema.ts';
import { scorersOf } from '../results/scorers.ts';
import { promptFactor, promptLabel } from '../search/prompts.ts';
import { armsOf, combinations, fits } from './arms.ts';
import type { Contrast } from './contrast.ts';
import { fixedSetting, type ExperimentDocument } from './document.ts';
import type { Questions } from './questions.ts';

type Levels = Readonly<Record<string, string>>;
type Term = Contrast['terms'][number];

const quoted = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `“${name}”`).join(', ');

const refusal = (at: string, message: string, remedy: string): Problem =>
  new Problem({ code: 'bad-input', message: `${at}: ${message}`, remedy });

/**
 * The levels of the arms that contrasts may name: of all, or in a document with a search those of its
 * check, since nobody knows which candidates come into its rounds.
 */
function namedLevels(document: ExperimentDocument): Levels[] {
  const { search, references } = document;
  if (!search) return armsOf(document).map(({ levels }) => levels);
  const prompts = Array.from({ length: search.rounds + 1 }, (_, n) => promptLabel(n));
  const checked = combinations(search.check.factors, fixedSetting(document));
  return [
    ...prompts.flatMap((label) =>
      checked.map(({ levels }) => ({ [promptFactor]: label, ...levels })),
    ),
    ...references.map(({ label }) => ({ reference: label })),
  ];
}

/** The parts and categories that questions may have; null where only the library knows. */
function itemKinds(questions: Questions): Record<'part' | 'category', readonly string[] | null> {
  if (questions.bench === 'imported')
    return { part: ['given'], category: questions.categories ?? null };
  if (questions.bench === 'given')
    return { part: ['given'], category: questions.items.map(({ category }) => category) };
  const { part, categories: asked = categories } = questions;
  return { part: part === 'all' ? ['world', 'context'] : [part], category: asked };
}

function checkWhere(
  at: string,
  { where: { turn: _, ...where } }: Term,
  arms: readonly Levels[],
): void {
  for (const [factor, wanted] of Object.entries(where)) {
    const levels = arms.flatMap((arm) => arm[factor] ?? []);
    const factors = arms.flatMap((arm) => Object.keys(arm));
    if (levels.length === 0)
      throw refusal(at, `there is no factor “${factor}”.`, `There are ${quoted(factors)}.`);
    const odd = [wanted].flat().find((level) => !levels.includes(level));
    if (odd === undefined) continue;
    throw refusal(at, `${factor} has no level “${odd}”.`, `It has ${quoted(levels)}.`);
  }
  const arm = arms.find(
    (levels) => (!('reference' in levels) || 'reference' in where) && fits(levels, where),
  );
  if (!arm)
    throw refusal(
      at,
      `no arm is ${JSON.stringify(where)}.`,
      'Name levels that one arm has together; references have no other factor.',
    );
}

function checkTurn(at: string, { turn, where }: Term, turns: number): void {
  const wanted = [turn ?? [], where.turn ?? []].flat().map(String);
  const odd = wanted.find((one) => !['1', '2'].slice(0, turns).includes(one));
  if (odd !== undefined)
    throw refusal(at, `turn ${odd} is not asked.`, 'Set "turns", or compare first turns.');
}

function checkItems(at: string, { items = {} }: Term, questions: Questions): void {
  const kinds = itemKinds(questions);
  for (const field of ['part', 'category'] as const) {
    const wanted = items[field];
    const there = kinds[field];
    if (wanted !== undefined && there !== null && !there.includes(wanted))
      throw refusal(at, `no question has the ${field} “${wanted}”.`, `There are ${quoted(there)}.`);
  }
}

/**
 * Refuses contrasts that name what the document does not have, before anything runs.
 * @throws Problem 'bad-input' that names the contrast, and the factor, level, scorer, turn or kind of item
 */
export function checkContrasts(document: ExperimentDocument): void {
  const { contrasts, search, questions, turns } = document;
  const arms = namedLevels(document);
  const scorers = scorersOf(document.scorers).map(({ id }) => id);
  for (const [i, { id, scorer, terms }] of contrasts.entries()) {
    const at = `contrasts[${i}] “${id}”`;
    if (contrasts.findIndex((other) => other.id === id) < i)
      throw refusal(at, 'another contrast has this id.', 'Give each an id of its own.');
    if (scorer !== undefined && !scorers.includes(scorer))
      throw refusal(at, `there is no scorer “${scorer}”.`, `There are ${quoted(scorers)}.`);
    for (const [t, term] of terms.entries()) {
      const place = `${at}, terms[${t}]`;
      checkWhere(place, term, arms);
      checkTurn(place, term, turns);
      checkItems(place, term, search?.check.questions ?? questions);
    }
  }
}

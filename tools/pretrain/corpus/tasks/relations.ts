import { languages, type Language } from '../document.ts';
import { allowed, wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill } from '../text.ts';
import { soundOf, youngOf } from '../words/animal-words.ts';
import { animals } from '../words/animals.ts';
import { days, months } from '../words/calendar.ts';
import { countries } from '../words/countries.ts';
import { colours, groups, homes, kind, materials } from '../words/names-of-kinds.ts';
import { nounSlots, word, type Noun } from '../words/nouns.ts';
import { irregularPlurals, opposites, pastTenses, synonyms } from '../words/pairs.ts';
import { pluralOf } from '../words/plurals.ts';
import { isMass, things } from '../words/things.ts';
import { continents, foods, tongues, uses } from '../words/things-said.ts';
import { relations, type Relation } from './relations-data.ts';
import type { Item, Task } from './task.ts';

/** A fact: the slots of the thing it is about, and its value. */
export interface Fact {
  key: string;
  slots: Record<'x' | 'a' | 'the', string>;
  value: string;
}

type Facts = (language: Language) => Fact[];

const told = (value: string): boolean => value !== '-';
const bare = (x: string, value: string): Fact => ({ key: x, slots: { x, a: x, the: x }, value });
const both = (rows: readonly { a: string; b: string }[]): Fact[] =>
  rows.flatMap(({ a, b }) => [bare(a, b), bare(b, a)]);

function about<T extends Noun>(
  rows: readonly T[],
  value: (row: T, language: Language) => string,
): Facts {
  return (language) =>
    rows
      .map((row) => ({ key: row.en, slots: nounSlots(row, language), value: value(row, language) }))
      .filter((fact) => told(fact.value));
}

const named = (
  rows: ReadonlyMap<string, Record<Language, string>>,
  english: string,
  language: Language,
) => (told(english) && rows.has(english) ? kind(rows, english, language) : '-');

// Liquids, weather and the sky have no "a": questions about them name them bare, or with "the".
const countable = things.filter((thing) => !isMass(thing));
const nature = [...animals, ...things];
const sky = new Set(['star', '-']);
const colourFacts: Facts = (language) =>
  nature.map((row) => {
    const slots = nounSlots(row, language);
    const the = language !== 'en' || sky.has(row.group) ? slots.the : slots.x;
    const a = isMass(row) || sky.has(row.group) ? the : slots.a;
    return { key: row.en, slots: { ...slots, a }, value: named(colours, row.colour, language) };
  });

const country = {
  en: ['en', 'capital'],
  es: ['es', 'capitalEs'],
  fr: ['fr', 'capitalFr'],
} as const;

/** A country's fact by its name in the language; a country or value without a name there is left out. */
const ofCountries = (
  value: (row: (typeof countries)[number], language: Language) => string,
): Facts => {
  return (language) =>
    countries
      .map((row) => bare(row[language], value(row, language)))
      .filter((fact) => told(fact.key) && told(fact.value));
};
/** Words said in another language, by their English word. */
const translated = (from: Language, into: Language): Fact[] => [
  ...nature.map((row) => ({ ...bare(word(row, from), word(row, into)), key: row.en })),
  ...[...colours].map(([en, row]) => ({ ...bare(row[from], row[into]), key: en })),
];
const cycle = (list: readonly string[], step: number): Fact[] =>
  list.map((x, i) => bare(x, list[(i + step + list.length) % list.length] as string));

/** Every relation's facts, by language. A visitor of the code can add a row here and in the data. */
export const factTables: Record<
  keyof typeof relations,
  { facts: Facts; kind: Task['kind']; weight: number }
> = {
  colour: { facts: colourFacts, kind: 'stem', weight: 4 },
  group: {
    facts: about([...animals, ...countable], (row, l) => named(groups, row.group, l)),
    kind: 'stem',
    weight: 3,
  },
  sound: { facts: about(animals, soundOf), kind: 'stem', weight: 1 },
  legs: { facts: about(animals, (row) => row.legs), kind: 'stem', weight: 3 },
  home: {
    facts: about(animals, (row, l) => kind(homes, row.home, l)),
    kind: 'stem',
    weight: 3,
  },
  baby: { facts: about(animals, youngOf), kind: 'stem', weight: 0.5 },
  food: {
    facts: about(animals, (row, l) => named(foods, row.food, l)),
    kind: 'stem',
    weight: 0.5,
  },
  material: {
    facts: about(countable, (row, l) => named(materials, row.material, l)),
    kind: 'stem',
    weight: 2.5,
  },
  use: {
    facts: about(countable, (row, l) => named(uses, row.use, l)),
    kind: 'stem',
    weight: 0.4,
  },
  capital: {
    facts: ofCountries((row, l) => row[country[l][1]]),
    kind: 'humanities',
    weight: 5,
  },
  continent: {
    facts: ofCountries((row, l) => named(continents, row.continent, l)),
    kind: 'humanities',
    weight: 0.4,
  },
  tongue: {
    // Languages of countries that Spanish and French do not name here have no names there either.
    facts: ofCountries((row, l) => (l === 'en' ? row.tongue : named(tongues, row.tongue, l))),
    kind: 'humanities',
    weight: 0.3,
  },
  country: {
    facts: (l) =>
      countries
        .filter((row) => told(row[l]))
        .map((row) => bare(row[country[l][1]], row[country[l][0]])),
    kind: 'humanities',
    weight: 0.4,
  },
  opposite: { facts: (l) => both(opposites[l]), kind: 'humanities', weight: 5 },
  synonym: { facts: (l) => both(synonyms[l]), kind: 'humanities', weight: 0.4 },
  plural: {
    facts: (l) =>
      l === 'en'
        ? [
            ...irregularPlurals.map((row) => bare(row.one, row.many)),
            ...countable.map((row) => bare(row.en, pluralOf(row.en, 'en'))),
          ]
        : [...animals, ...countable].map((row) => {
            const one = word(row, l);
            return { ...bare(one, pluralOf(one, l)), key: row.en };
          }),
    kind: 'humanities',
    weight: 1.5,
  },
  past: {
    facts: (l) => pastTenses[l].map((row) => bare(row.now, row.past)),
    kind: 'humanities',
    weight: 0.5,
  },
  dayAfter: { facts: (l) => cycle(days[l], 1), kind: 'humanities', weight: 2 },
  dayBefore: { facts: (l) => cycle(days[l], -1), kind: 'humanities', weight: 0.5 },
  monthAfter: { facts: (l) => cycle(months[l], 1), kind: 'humanities', weight: 1.5 },
  spanish: { facts: () => translated('en', 'es'), kind: 'humanities', weight: 1.5 },
  french: { facts: () => translated('en', 'fr'), kind: 'humanities', weight: 0.5 },
  english: { facts: (l) => translated(l, 'en'), kind: 'humanities', weight: 1.5 },
};

const memo = new Map<string, Fact[]>();

/** The facts of a relation in a language, always the same array. */
export function factsOf(name: string, language: Language): readonly Fact[] {
  const key = `${name}/${language}`;
  let facts = memo.get(key);
  if (!facts) {
    // One value for each key: the first row wins ("close" is both near and shut).
    const rows = factTables[name]?.facts(language) ?? [];
    facts = [...new Map([...rows].reverse().map((row) => [row.key, row])).values()].reverse();
    memo.set(key, facts);
  }
  return facts;
}

/** A fact told in a sentence. */
export function tell(relation: Relation, fact: Fact, scene: Scene): string {
  const template = scene.random.pick(relation.tells);
  return capitalise(contract(fill(template, { ...fact.slots, v: fact.value }), scene.language));
}

function relationTask(name: string, kind: Task['kind'], weight: number): Task {
  const byLanguage = relations[name] ?? {};
  const draw = (scene: Scene, templates: 'asks' | 'again', not?: string): Item => {
    const relation = byLanguage[scene.language] as Relation;
    const facts = factsOf(name, scene.language);
    // Validation asks for every fact: what was never told cannot be answered, only guessed.
    const usable =
      scene.split === 'validation'
        ? facts
        : allowed(scene, 'fact', facts, (fact) => `${name}:${fact.key}`);
    let fact = scene.random.pick(usable);
    while (fact.key === not && usable.length > 1) fact = scene.random.pick(usable);
    const query = fill(wording(scene, relation[templates]), fact.slots);
    return {
      task: name,
      query: capitalise(contract(query, scene.language)),
      short: fact.value,
      full: tell(relation, fact, scene),
      next: () => draw(scene, 'again', fact.key),
    };
  };
  return {
    name,
    kind,
    weight,
    languages: languages.filter((language) => byLanguage[language]),
    draw: (scene) => draw(scene, 'asks'),
  };
}

/** One task per relation. */
export const relationTasks: readonly Task[] = Object.entries(factTables).map(
  ([name, { kind, weight }]) => relationTask(name, kind, weight),
);

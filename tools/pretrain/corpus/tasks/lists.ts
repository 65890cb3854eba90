import type { Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, enumerate, fill } from '../text.ts';
import { animals } from '../words/animals.ts';
import { countries } from '../words/countries.ts';
import { nouns } from '../words/index.ts';
import { colours, groupPlurals, kind } from '../words/names-of-kinds.ts';
import { word } from '../words/nouns.ts';
import type { Item, Task } from './task.ts';

const listAsks = {
  en: [
    'Name {n} {group}.',
    'List {n} {group}.',
    'Give me {n} {group}.',
    'Tell me {n} {group}.',
    'Write down {n} {group}.',
    'Can you name {n} {group}?',
  ],
  es: ['Nombra {n} {group}.', 'Di {n} {group}.', 'Escribe {n} {group}.', 'Dime {n} {group}.'],
  fr: ['Nomme {n} {group}.', 'Cite {n} {group}.', 'Donne {n} {group}.', 'Donne-moi {n} {group}.'],
} as const;
const counts = {
  en: ['two', 'three', 'four'],
  es: ['dos', 'tres', 'cuatro'],
  fr: ['deux', 'trois', 'quatre'],
} as const;
const listTells = {
  en: '{n} {group} are {v}.',
  es: '{n} {group} son {v}.',
  fr: '{n} {group} sont : {v}.',
} as const;

const oneMore = {
  en: ['And one more?', 'One more is {v}.'],
  es: ['¿Y uno más?', 'Otro ejemplo es {v}.'],
  fr: ['Et encore un ?', 'Un autre exemple est {v}.'],
} as const;

/** What can be listed, by the keys of `groupPlurals`. */
function membersOf(key: string, language: Language): string[] {
  if (key === 'colour') return [...colours.values()].map((row) => row[language]);
  if (key === 'animal') return animals.map((row) => word(row, language));
  const land = (row: (typeof countries)[number]): string =>
    row[language].replace(/^(la |le |l')/, '');
  const inside = countries.filter((row) => row.continent === key && row[language] !== '-');
  if (inside.length > 0) return inside.map(land);
  return nouns.filter((noun) => noun.group === key).map((noun) => word(noun, language));
}

function list(scene: Scene): Item {
  const { random, language } = scene;
  const key = random.pick([...groupPlurals.keys()]);
  const members = membersOf(key, language);
  const n = Math.min(random.pick([2, 3, 3, 3, 4]), members.length);
  const parts = random.sample(members, n);
  const slots = { n: counts[language][n - 2] as string, group: kind(groupPlurals, key, language) };
  return {
    task: 'list',
    query: fill(wording(scene, listAsks[language]), slots),
    short: parts.join(', '),
    full: capitalise(fill(listTells[language], { ...slots, v: enumerate(parts, language) })),
    parts,
    next: () => {
      const rest = members.filter((member) => !parts.includes(member));
      const one = random.pick(rest.length > 0 ? rest : parts);
      const [query, tell] = oneMore[language];
      return { task: 'list', query, short: one, full: fill(tell, { v: one }) };
    },
  };
}

export const listTasks: readonly Task[] = [
  { name: 'list', kind: 'stem', weight: 5, languages: ['en', 'es', 'fr'], draw: list },
];

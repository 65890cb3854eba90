import type { Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, fill, withArticle } from '../text.ts';
import { name, nouns, someNames } from '../words/index.ts';
import { indefinite, isFeminine, word, type Noun } from '../words/nouns.ts';
import type { Item, Task } from './task.ts';

const relationsOfSize = [
  ['taller', 'tallest', 'shortest'],
  ['older', 'oldest', 'youngest'],
  ['faster', 'fastest', 'slowest'],
  ['stronger', 'strongest', 'weakest'],
] as const;

function transitive(scene: Scene): Item {
  const { random } = scene;
  const [a = '', b = '', c = ''] = someNames(scene, 3);
  const [than, most, least] = random.pick(relationsOfSize);
  const facts = [`${a} is ${than} than ${b}.`, `${b} is ${than} than ${c}.`];
  const wantMost = random.chance(0.6);
  const say = (top: boolean, query: string): Item => {
    const who = top ? a : c;
    return { task: 'transitive', query, short: who, full: `${who} is the ${top ? most : least}.` };
  };
  const order = random.chance(0.3) ? [...facts].reverse() : facts;
  return {
    ...say(
      wantMost,
      `${order.join(' ')} ${fill(wording(scene, ['Who is the {m}?', 'Which of them is the {m}?', 'Name the {m}.']), { m: wantMost ? most : least })}`,
    ),
    next: () => say(!wantMost, `And who is the ${wantMost ? least : most}?`),
  };
}

const weather = [
  ['it rains', 'an umbrella'],
  ['it snows', 'a sled'],
  ['it is sunny', 'a hat'],
  ['it is cold', 'a coat'],
  ['it is dark', 'a lamp'],
  ['it is hot', 'some water'],
] as const;

function condition(scene: Scene): Item {
  const { random } = scene;
  const who = name(scene);
  const [when, usual] = random.pick(weather);
  const what = random.chance(0.4)
    ? usual
    : withArticle(
        random.pick(
          nouns.filter((n) => n.group === 'tool' || n.group === 'toy' || n.group === 'clothing'),
        ).en,
      );
  const text = random.pick([
    `If ${when}, ${who} takes ${what}. Today ${when}. What does ${who} take?`,
    `${who} takes ${what} when ${when}. Now ${when}. What will ${who} take?`,
  ]);
  return {
    task: 'condition',
    query: text,
    short: what,
    full: `${who} takes ${what}.`,
    more: `That is because ${when}.`,
  };
}

const sizeAsks = {
  en: ['Which is {m}, {a} or {b}?', 'What is {m}: {a} or {b}?', 'Is {a} or {b} {m}?'],
  es: ['¿Qué es {m}, {a} o {b}?', 'Di qué es {m}: {a} o {b}.'],
  fr: ['Qui est {m}, {a} ou {b} ?', 'Dis qui est {m} : {a} ou {b}.'],
} as const;
const degrees = {
  en: ['bigger', 'smaller'],
  es: ['más grande', 'más pequeño'],
  fr: ['plus grand', 'plus petit'],
} as const;

const verbs = { en: 'is', es: 'es', fr: 'est' } as const;
const agree = (degree: string, noun: Noun, l: Language): string => {
  if (l === 'en' || !isFeminine(noun, l)) return degree;
  return l === 'fr' ? `${degree}e` : degree.replace(/o$/, 'a');
};

const sized = nouns.filter((noun) => noun.size !== '-' && !['star', '-'].includes(noun.group));

function compare(scene: Scene): Item {
  const { random, language: l } = scene;
  let [a, b] = random.sample(sized, 2) as [(typeof sized)[0], (typeof sized)[0]];
  while (Math.abs(Number(a.size) - Number(b.size)) < 15)
    [a, b] = random.sample(sized, 2) as [typeof a, typeof b];
  const bigger = random.chance(0.6);
  const winner = Number(a.size) > Number(b.size) === bigger ? a : b;
  const m = degrees[l][bigger ? 0 : 1] as string;
  return {
    task: 'compare',
    query: fill(wording(scene, sizeAsks[l]), { m, a: indefinite(a, l), b: indefinite(b, l) }),
    short: word(winner, l),
    full: capitalise(`${indefinite(winner, l)} ${verbs[l]} ${agree(m, winner, l)}.`),
    next: () => compare(scene),
  };
}

export const reasoningTasks: readonly Task[] = [
  { name: 'transitive', kind: 'reasoning', weight: 2, languages: ['en'], draw: transitive },
  { name: 'condition', kind: 'reasoning', weight: 1.5, languages: ['en'], draw: condition },
  { name: 'compare', kind: 'reasoning', weight: 3, languages: ['en', 'es', 'fr'], draw: compare },
];

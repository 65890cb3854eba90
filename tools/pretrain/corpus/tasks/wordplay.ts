import { languages, type Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { anyWord, nouns } from '../words/index.ts';
import { definite, word } from '../words/nouns.ts';
import { rhymes } from '../words/pairs.ts';
import { adjectives } from '../words/people.ts';
import type { Item, Task } from './task.ts';
import { wordplays } from './wordplay-data.ts';

const simple = (task: string, query: string, short: string, full: string): Item => ({
  task,
  query,
  short,
  full,
});

function rhyme(scene: Scene): Item {
  const [a = '', b = ''] = scene.random.sample(scene.random.pick(rhymes), 2);
  const asks = [
    'Give a word that rhymes with {x}.',
    'What rhymes with {x}?',
    'Which word rhymes with {x}?',
    'Find a rhyme for {x}.',
  ];
  return {
    ...simple('rhyme', fill(wording(scene, asks), { x: a }), b, `The word ${b} rhymes with ${a}.`),
    next: () => rhyme(scene),
  };
}

const shortWords = Object.fromEntries(
  languages.map((language) => [
    language,
    nouns.map((noun) => word(noun, language)).filter((said) => /^\p{L}{1,6}$/u.test(said)),
  ]),
) as Record<Language, string[]>;
const shortWord = (scene: Scene): string => {
  const known = shortWords[scene.language];
  return scene.random.chance(0.8)
    ? scene.random.pick(known)
    : (anyWord(scene).toLowerCase().split(' ')[0] ?? scene.random.pick(known));
};

/** A few words: "the happy cat", "el gato". */
function shortPhrase(scene: Scene): string {
  const { random, language } = scene;
  return language === 'en'
    ? `the ${random.pick(adjectives)} ${shortWord(scene)}`
    : definite(random.pick(nouns), language);
}

function capitals(scene: Scene): Item {
  const { asks, tell } = wordplays.capitals[scene.language];
  const x = scene.random.chance(0.6) ? shortWord(scene) : shortPhrase(scene);
  const v = x.toUpperCase();
  return {
    ...simple('capitals', fill(wording(scene, asks), { x }), v, fill(tell, { v })),
    next: () => capitals(scene),
  };
}

function spell(scene: Scene): Item {
  const { asks, tell } = wordplays.spell[scene.language];
  const x = shortWord(scene);
  const v = [...x].join('-');
  return {
    ...simple('spell', fill(wording(scene, asks), { x }), v, fill(tell, { x, v })),
    next: () => spell(scene),
  };
}

function letter(scene: Scene): Item {
  const { asks, again, tell, first, last } = wordplays.letter[scene.language];
  const x = shortWord(scene);
  const isFirst = scene.random.chance(0.6);
  const item = (ask: string, start: boolean): Item => {
    const slots = { x, which: start ? first : last, v: start ? x.slice(0, 1) : x.slice(-1) };
    return simple('letter', fill(ask, slots), slots.v, fill(tell, slots));
  };
  return { ...item(wording(scene, asks), isFirst), next: () => item(again, !isFirst) };
}

function repeat(scene: Scene): Item {
  const { asks, tell, counts } = wordplays.repeat[scene.language];
  const x = anyWord(scene);
  const n = scene.random.pick([2, 3, 3, 4]);
  const v = Array.from({ length: n }, () => x).join(' ');
  const slots = { x, count: counts[n - 2] as string };
  return simple('repeat', fill(wording(scene, asks), slots), v, fill(tell, { v }));
}

function alphabet(scene: Scene): Item {
  const parts = scene.random.sample(shortWords.en, 3);
  const sorted = [...parts].sort();
  const asks = [
    'Put these words in alphabetical order: {list}.',
    'Sort these words by letter: {list}.',
    'Order from a to z: {list}.',
  ];
  return {
    ...simple(
      'alphabet',
      fill(wording(scene, asks), { list: parts.join(', ') }),
      sorted.join(', '),
      `In order: ${sorted.join(', ')}.`,
    ),
    parts: sorted,
  };
}

export const wordplayTasks: readonly Task[] = [
  { name: 'rhyme', kind: 'writing', weight: 0.5, languages: ['en'], draw: rhyme },
  { name: 'capitals', kind: 'writing', weight: 2.5, languages, draw: capitals },
  { name: 'spell', kind: 'humanities', weight: 0.5, languages, draw: spell },
  { name: 'letter', kind: 'humanities', weight: 0.5, languages, draw: letter },
  { name: 'repeat', kind: 'writing', weight: 0.5, languages, draw: repeat },
  { name: 'alphabet', kind: 'reasoning', weight: 0.3, languages: ['en'], draw: alphabet },
];

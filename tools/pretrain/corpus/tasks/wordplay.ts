import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { anyWord, nouns } from '../words/index.ts';
import { rhymes } from '../words/pairs.ts';
import { adjectives } from '../words/people.ts';
import type { Item, Task } from './task.ts';

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

const shortNouns = nouns.filter((noun) => noun.en.length < 7 && !noun.en.includes(' '));
const shortWord = (scene: Scene): string =>
  scene.random.chance(0.8)
    ? scene.random.pick(shortNouns).en
    : (anyWord(scene).toLowerCase().split(' ')[0] ?? 'cat');

function capitals(scene: Scene): Item {
  const x = scene.random.chance(0.6)
    ? shortWord(scene)
    : `the ${scene.random.pick(adjectives)} ${shortWord(scene)}`;
  const asks = [
    'Write {x} in capital letters.',
    'Put {x} in capitals.',
    'Change {x} to upper case.',
    'Make {x} all capitals.',
  ];
  const upper = x.toUpperCase();
  return {
    ...simple(
      'capitals',
      fill(wording(scene, asks), { x }),
      upper,
      `In capital letters: ${upper}.`,
    ),
    next: () => capitals(scene),
  };
}

function spell(scene: Scene): Item {
  const x = shortWord(scene);
  const v = [...x].join('-');
  const asks = ['Spell {x}.', 'How do you spell {x}?', 'Spell the word {x} letter by letter.'];
  return {
    ...simple('spell', fill(wording(scene, asks), { x }), v, `The word ${x} is spelled ${v}.`),
    next: () => spell(scene),
  };
}

function letter(scene: Scene): Item {
  const x = shortWord(scene);
  const first = scene.random.chance(0.6);
  const which = first ? 'first' : 'last';
  const asks = [
    'What is the {which} letter of {x}?',
    'Give the {which} letter of {x}.',
    'Name the {which} letter in the word {x}.',
  ];
  const say = (end: boolean) => (end ? x.slice(0, 1) : x.slice(-1));
  return {
    ...simple(
      'letter',
      fill(wording(scene, asks), { which, x }),
      say(first),
      `The ${which} letter of ${x} is ${say(first)}.`,
    ),
    next: () => {
      const other = first ? 'last' : 'first';
      return simple(
        'letter',
        `And the ${other} letter?`,
        say(!first),
        `The ${other} letter of ${x} is ${say(!first)}.`,
      );
    },
  };
}

function repeat(scene: Scene): Item {
  const x = anyWord(scene);
  const n = scene.random.pick([2, 3, 3, 4]);
  const count = ['two', 'three', 'four'][n - 2] as string;
  const v = Array.from({ length: n }, () => x).join(' ');
  const asks = [
    'Say {x} {count} times.',
    'Repeat {x} {count} times.',
    'Write the word {x} {count} times.',
  ];
  return simple('repeat', fill(wording(scene, asks), { x, count }), v, `Here it is: ${v}.`);
}

function alphabet(scene: Scene): Item {
  const parts = scene.random.sample(shortNouns, 3).map((noun) => noun.en);
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
  { name: 'rhyme', kind: 'writing', weight: 1.5, languages: ['en'], draw: rhyme },
  { name: 'capitals', kind: 'writing', weight: 1.5, languages: ['en'], draw: capitals },
  { name: 'spell', kind: 'humanities', weight: 1, languages: ['en'], draw: spell },
  { name: 'letter', kind: 'humanities', weight: 1, languages: ['en'], draw: letter },
  { name: 'repeat', kind: 'writing', weight: 1, languages: ['en'], draw: repeat },
  { name: 'alphabet', kind: 'reasoning', weight: 0.7, languages: ['en'], draw: alphabet },
];

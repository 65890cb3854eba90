import { wording, type Scene } from '../scene.ts';
import { capitalise, enumerate, fill } from '../text.ts';
import { anyWord, name, nouns } from '../words/index.ts';
import { groupPlurals, kind } from '../words/names-of-kinds.ts';
import { definite, word } from '../words/nouns.ts';
import { rhymes } from '../words/pairs.ts';
import { adjectives, at, places } from '../words/people.ts';
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

const listAsks = {
  en: [
    'Name {n} {group}.',
    'List {n} {group}.',
    'Give me {n} {group}.',
    'Tell me {n} {group}.',
    'Write down {n} {group}.',
    'Can you name {n} {group}?',
  ],
  es: ['Nombra {n} {group}.', 'Di {n} {group}.', 'Escribe {n} {group}.'],
  fr: ['Nomme {n} {group}.', 'Cite {n} {group}.', 'Donne {n} {group}.'],
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

function list(scene: Scene): Item {
  const { random, language } = scene;
  const key = random.pick([...groupPlurals.keys()]);
  const members = nouns.filter((noun) => noun.group === key.split('/')[0]);
  const n = random.pick([2, 3, 3, 3, 4]);
  const parts = random.sample(members, n).map((noun) => word(noun, language));
  const group =
    language === 'en' ? (key.split('/')[1] as string) : kind(groupPlurals, key, language);
  const slots = { n: counts[language][n - 2] as string, group };
  return {
    task: 'list',
    query: fill(wording(scene, listAsks[language]), slots),
    short: parts.join(', '),
    full: capitalise(fill(listTells[language], { ...slots, v: enumerate(parts, language) })),
    parts,
    next: () => {
      const rest = members.map((noun) => word(noun, language)).filter((w) => !parts.includes(w));
      const one = random.pick(rest.length > 0 ? rest : parts);
      const query = { en: 'And one more?', es: '¿Y uno más?', fr: 'Et encore un ?' }[language];
      const full = {
        en: 'One more is {v}.',
        es: 'Otro ejemplo es {v}.',
        fr: 'Un autre exemple est {v}.',
      }[language];
      return simple('list', query, one, fill(full, { v: one }));
    },
  };
}

const rewriteKinds = ['negative', 'question', 'polite', 'past', 'swap'] as const;

function rewrite(scene: Scene): Item {
  const { random } = scene;
  const noun = random.pick(nouns);
  const adjective = random.pick(adjectives);
  const x = random.pick(
    nouns.filter((n) => n.group === 'food' || n.group === 'drink' || n.group === 'tool'),
  ).en;
  const [asks, v] = ((): [string[], string] => {
    switch (random.pick(rewriteKinds)) {
      case 'negative':
        return [
          [
            `Make this negative: The ${noun.en} is ${adjective}.`,
            `Say the contrary with not: The ${noun.en} is ${adjective}.`,
            `Put not into this: The ${noun.en} is ${adjective}.`,
          ],
          `The ${noun.en} is not ${adjective}.`,
        ];
      case 'question':
        return [
          [
            `Turn this into a question: The ${noun.en} is ${adjective}.`,
            `Make a question of this: The ${noun.en} is ${adjective}.`,
            `Ask this instead: The ${noun.en} is ${adjective}.`,
          ],
          `Is the ${noun.en} ${adjective}?`,
        ];
      case 'polite':
        return [
          [
            `Make this polite: Give me the ${x}.`,
            `Say this in a polite way: Give me the ${x}.`,
            `Rewrite this politely: Give me the ${x}.`,
          ],
          `Could you give me the ${x}, please?`,
        ];
      case 'past':
        return [
          [
            `Put this in the past: The ${noun.en} is ${adjective}.`,
            `Write this in the past tense: The ${noun.en} is ${adjective}.`,
          ],
          `The ${noun.en} was ${adjective}.`,
        ];
      case 'swap':
        return swap(scene, name(scene), name(scene));
    }
  })();
  return simple('rewrite', random.pick(asks), v, v);
}

function swap(scene: Scene, who: string, other: string): [string[], string] {
  const rest = `is ${at(scene.random.pick(places))}.`;
  return [
    [`Change ${who} to ${other}: ${who} ${rest}`, `Replace ${who} by ${other}: ${who} ${rest}`],
    `${other} ${rest}`,
  ];
}

const oddAsks = [
  'Which word does not belong: {list}?',
  'Find the odd one out: {list}.',
  'Which one is different: {list}?',
  'What does not fit: {list}?',
];
const contrasts = [
  'mammal',
  'bird',
  'fruit',
  'vegetable',
  'tool',
  'clothing',
  'vehicle',
  'furniture',
  'instrument',
];

function oddOneOut(scene: Scene): Item {
  const { random } = scene;
  const [many = '', one = ''] = random.sample(contrasts, 2);
  const same = random
    .sample(
      nouns.filter((noun) => noun.group === many),
      3,
    )
    .map((noun) => noun.en);
  const odd = random.pick(nouns.filter((noun) => noun.group === one)).en;
  return {
    ...simple(
      'odd one out',
      fill(wording(scene, oddAsks), { list: random.shuffle([...same, odd]).join(', ') }),
      odd,
      `The odd one is ${odd}.`,
    ),
    next: () =>
      simple(
        'odd one out',
        random.pick(['Why?', 'Why is that?', 'Explain.']),
        `it is not a ${many}`,
        `The others are a kind of ${many}, but ${odd} is not.`,
      ),
  };
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

const fillAsks = {
  en: ['Fill in the gap: {s}', 'Complete: {s}', 'Which word is missing? {s}'],
  es: ['Completa: {s}', '¿Qué palabra falta? {s}'],
  fr: ['Complète : {s}', 'Quel mot manque ? {s}'],
} as const;

function gap(scene: Scene): Item {
  const { random, language } = scene;
  const noun = random.pick(
    nouns.filter((n) => n.colour !== '-' && ['fruit', 'vegetable', 'plant'].includes(n.group)),
  );
  const the = capitalise(definite(noun, language));
  const [sentence, v, full] = {
    en: [
      `The sky is blue and the ${noun.en} is ____.`,
      noun.colour,
      `The sky is blue and the ${noun.en} is ${noun.colour}.`,
    ],
    es: [
      `${the} no es un animal, es una ____.`,
      'planta',
      `${the} no es un animal, es una planta.`,
    ],
    fr: [
      `${the} n'est pas un animal, c'est une ____.`,
      'plante',
      `${the} n'est pas un animal, c'est une plante.`,
    ],
  }[language] as [string, string, string];
  return simple('gap', fill(wording(scene, fillAsks[language]), { s: sentence }), v, full);
}

export const languageTasks: readonly Task[] = [
  { name: 'rhyme', kind: 'writing', weight: 1.5, languages: ['en'], draw: rhyme },
  { name: 'capitals', kind: 'writing', weight: 1.5, languages: ['en'], draw: capitals },
  { name: 'spell', kind: 'humanities', weight: 1, languages: ['en'], draw: spell },
  { name: 'letter', kind: 'humanities', weight: 1, languages: ['en'], draw: letter },
  { name: 'repeat', kind: 'writing', weight: 1, languages: ['en'], draw: repeat },
  { name: 'list', kind: 'stem', weight: 5, languages: ['en', 'es', 'fr'], draw: list },
  { name: 'rewrite', kind: 'writing', weight: 2, languages: ['en'], draw: rewrite },
  { name: 'odd one out', kind: 'reasoning', weight: 1.5, languages: ['en'], draw: oddOneOut },
  { name: 'alphabet', kind: 'reasoning', weight: 0.7, languages: ['en'], draw: alphabet },
  { name: 'gap', kind: 'humanities', weight: 1, languages: ['en', 'es', 'fr'], draw: gap },
];

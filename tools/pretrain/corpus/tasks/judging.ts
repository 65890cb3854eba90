import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { nouns } from '../words/index.ts';
import { colours, groups, kind } from '../words/names-of-kinds.ts';
import { indefinite } from '../words/nouns.ts';
import type { Item, Task } from './task.ts';

const feelings = {
  en: {
    positive: [
      'I love this {x}.',
      'The {x} is wonderful.',
      'What a great {x}!',
      'This {x} made me happy.',
      'The {x} works very well.',
    ],
    negative: [
      'I hate this {x}.',
      'The {x} is terrible.',
      'What a bad {x}!',
      'This {x} made me angry.',
      'The {x} broke after a day.',
    ],
  },
} as const;
const sentimentAsks = [
  'Is this positive or negative? {s}',
  'Positive or negative: {s}',
  'What is the mood of this text? {s}',
  '{s} Is that good or bad news: positive or negative?',
];

/** A sentence with a clear mood about a thing that one can own. */
export function moody(scene: Scene): { text: string; mood: 'positive' | 'negative' } {
  const mood = scene.random.pick(['positive', 'negative'] as const);
  const x = scene.random.pick(
    nouns.filter((n) =>
      ['food', 'toy', 'tool', 'clothing', 'vehicle', 'furniture'].includes(n.group),
    ),
  ).en;
  return { text: fill(scene.random.pick(feelings.en[mood]), { x }), mood };
}

function sentiment(scene: Scene): Item {
  const { text, mood } = moody(scene);
  return {
    task: 'sentiment',
    query: fill(wording(scene, sentimentAsks), { s: text }),
    short: mood,
    full: `This text is ${mood}.`,
  };
}

const yesNo = { en: ['yes', 'no'], es: ['sí', 'no'], fr: ['oui', 'non'] } as const;

function truth(scene: Scene): Item {
  const { random, language: l } = scene;
  const yes = random.chance(0.5);
  const noun = random.pick(
    nouns.filter((n) => groups.has(n.group) && n.colour !== '-' && n.size !== '-'),
  );
  const byColour = random.chance(0.4);
  const rows = byColour ? colours : groups;
  const right = byColour ? noun.colour : noun.group;
  const claimed = yes ? right : random.pick([...rows.keys()].filter((key) => key !== right));
  const v = kind(rows, claimed, l);
  const a = indefinite(noun, l);
  const group =
    l === 'en' && !byColour && !['clothing', 'furniture', 'food'].includes(claimed)
      ? withArticle(v)
      : v;
  const ask = {
    en: [
      `Is ${a} ${group}?`,
      `True or not: ${a} is ${group}?`,
      `Would you say that ${a} is ${group}?`,
    ],
    es: [`¿Es ${a} ${byColour ? 'de color ' : 'un tipo de '}${v}?`],
    fr: [`Est-ce que ${a} est ${byColour ? 'de couleur ' : 'un type de '}${v} ?`],
  }[l];
  const tell = {
    en: `${yes ? 'Yes' : 'No'}, ${a} is ${yes ? '' : 'not '}${group}.`,
    es: `${yes ? 'Sí' : 'No'}, ${a} ${yes ? '' : 'no '}es ${byColour ? 'de color ' : 'un tipo de '}${v}.`,
    fr: `${yes ? 'Oui' : 'Non'}, ${a} ${yes ? 'est' : "n'est pas"} ${byColour ? 'de couleur ' : 'un type de '}${v}.`,
  }[l];
  return {
    task: 'truth',
    query: contract(capitalise(random.pick(ask)), l),
    short: yesNo[l][yes ? 0 : 1],
    full: contract(tell, l),
    next: () => truth(scene),
  };
}

function can(scene: Scene): Item {
  const { random } = scene;
  const animal = random.pick(animals);
  const [deed, yes] = random.pick([
    [
      'fly',
      (animal.group === 'bird' && animal.en !== 'penguin' && animal.en !== 'hen') ||
        ['bee', 'butterfly'].includes(animal.en),
    ],
    [
      'swim',
      ['fish'].includes(animal.group) ||
        [
          'duck',
          'goose',
          'swan',
          'whale',
          'dolphin',
          'frog',
          'turtle',
          'penguin',
          'crocodile',
        ].includes(animal.en),
    ],
  ] as const);
  return {
    task: 'can',
    query: fill(
      wording(scene, [
        'Can {a} {d}?',
        'Is {a} able to {d}?',
        'Does {a} {d}?',
        'Do you know if {a} can {d}?',
      ]),
      { a: withArticle(animal.en), d: deed },
    ),
    short: yes ? 'yes' : 'no',
    full: `${yes ? 'Yes' : 'No'}, ${withArticle(animal.en)} ${yes ? 'can' : 'does not'} ${deed}.`,
    next: () => can(scene),
  };
}

export const judgingTasks: readonly Task[] = [
  { name: 'sentiment', kind: 'extraction', weight: 1.5, languages: ['en'], draw: sentiment },
  { name: 'truth', kind: 'reasoning', weight: 2.5, languages: ['en', 'es', 'fr'], draw: truth },
  { name: 'can', kind: 'stem', weight: 1.5, languages: ['en'], draw: can },
];

import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { colours, groups, kind } from '../words/names-of-kinds.ts';
import { word } from '../words/nouns.ts';
import { nonsense } from '../words/nonsense.ts';
import { things } from '../words/things.ts';
import type { Item, Task } from './task.ts';

const inverses = {
  sound: {
    asks: [
      'Which animal says {v}?',
      'What animal says {v}?',
      'Who says {v}?',
      'Name the animal that says {v}.',
    ],
    tell: 'The animal that says {v} is the {x}.',
  },
  baby: {
    asks: [
      'Which animal has a {v}?',
      'Whose baby is called a {v}?',
      'A {v} is the baby of which animal?',
    ],
    tell: 'A {v} is the baby of the {x}.',
  },
  use: {
    asks: [
      'What do I need {v}?',
      'Which thing do we use {v}?',
      'What do people use {v}?',
      'Name a thing {v}.',
    ],
    tell: 'You need {a} {v}.',
  },
} as const;

const once = <T>(rows: readonly T[], value: (row: T) => string): T[] =>
  rows.filter(
    (row) => value(row) !== '-' && rows.filter((other) => value(other) === value(row)).length === 1,
  );
const bySound = once(animals, (row) => row.sound);
const byBaby = once(animals, (row) => row.baby);
const byUse = once(things, (row) => row.use);

/** The fact is given, the thing asked: only where one thing answers. */
function inverse(scene: Scene): Item {
  const { random } = scene;
  const [row, v, data] = random.pick([
    () => {
      const it = random.pick(bySound);
      return [it, it.sound, inverses.sound] as const;
    },
    () => {
      const it = random.pick(byBaby);
      return [it, it.baby, inverses.baby] as const;
    },
    () => {
      const it = random.pick(byUse);
      return [it, it.use, inverses.use] as const;
    },
  ])();
  const slots = { v, x: row.en, a: withArticle(row.en) };
  return {
    task: 'inverse',
    query: contract(fill(wording(scene, data.asks), slots), 'en'),
    short: row.en,
    full: contract(fill(data.tell, slots), 'en'),
    next: () => inverse(scene),
  };
}

const kinds = {
  en: [
    'Name a {g}.',
    'Give an example of a {g}.',
    'Tell me one {g}.',
    'Give me the name of a {g}.',
  ],
  es: [
    'Nombra un ejemplo de {g}.',
    'Di un ejemplo de {g}.',
    'Da un ejemplo de {g}.',
    'Dime un ejemplo de {g}.',
  ],
  fr: [
    'Donne un exemple de {g}.',
    'Cite un exemple de {g}.',
    'Nomme un exemple de {g}.',
    'Donne-moi un exemple de {g}.',
  ],
} as const;

function example(scene: Scene): Item {
  const { random, language: l } = scene;
  const group = random.pick([
    'mammal',
    'bird',
    'fruit',
    'vegetable',
    'tool',
    'vehicle',
    'toy',
    'reptile',
    'fish',
    'instrument',
  ]);
  const g = kind(groups, group, l);
  const row = random.pick([...animals, ...things].filter((it) => it.group === group));
  const v = word(row, l);
  const full = {
    en: `One ${g} is the ${v}.`,
    es: `Un ejemplo de ${g} es: ${v}.`,
    fr: `Un exemple de ${g} est : ${v}.`,
  }[l];
  return {
    task: 'example',
    query: contract(fill(wording(scene, kinds[l]), { g }), l),
    short: v,
    full: contract(full, l),
    more: l === 'en' && row.colour !== '-' ? `It is ${kind(colours, row.colour, l)}.` : '',
  };
}

const mysteries = {
  en: {
    asks: [
      'What is {x}?',
      'Who is {x}?',
      'Tell me about {x}.',
      'Where is {x}?',
      'What does {x} mean?',
      'When was {x} born?',
    ],
    short: 'I do not know.',
    full: 'I do not know {x}, sorry.',
    more: 'Ask me about animals or countries.',
  },
  es: {
    asks: ['¿Qué es {x}?', '¿Quién es {x}?', '¿Dónde está {x}?', '¿Qué significa {x}?'],
    short: 'No lo sé.',
    full: 'No conozco {x}, lo siento.',
    more: 'Pregunta por animales o países.',
  },
  fr: {
    asks: ["Qu'est-ce que {x} ?", 'Qui est {x} ?', 'Où est {x} ?', 'Que veut dire {x} ?'],
    short: 'Je ne sais pas.',
    full: 'Je ne connais pas {x}, désolé.',
    more: 'Demande des animaux ou des pays.',
  },
} as const;

/** What the little world does not hold is not known, and the answer says so. */
function unknown(scene: Scene): Item {
  const { random, language } = scene;
  const made = nonsense(scene, random.pick([2, 2, 3]));
  const data = mysteries[language];
  const slots = { x: random.chance(0.5) ? capitalise(made) : made };
  return {
    task: 'unknown',
    query: fill(wording(scene, data.asks), slots),
    short: data.short,
    full: fill(data.full, slots),
    more: data.more,
  };
}

export const namingTasks: readonly Task[] = [
  { name: 'inverse', kind: 'stem', weight: 1, languages: ['en'], draw: inverse },
  { name: 'example', kind: 'stem', weight: 2, languages: ['en', 'es', 'fr'], draw: example },
  { name: 'unknown', kind: 'talk', weight: 0.7, languages: ['en', 'es', 'fr'], draw: unknown },
];

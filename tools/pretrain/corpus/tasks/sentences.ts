import { wording, type Scene } from '../scene.ts';
import { capitalise, fill } from '../text.ts';
import { name, nouns } from '../words/index.ts';
import { definite } from '../words/nouns.ts';
import { adjectives, at, places } from '../words/people.ts';
import type { Item, Task } from './task.ts';

const simple = (task: string, query: string, short: string, full: string): Item => ({
  task,
  query,
  short,
  full,
});

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

const fillAsks = {
  en: ['Fill in the gap: {s}', 'Complete: {s}', 'Which word is missing? {s}'],
  es: [
    'Completa: {s}',
    '¿Qué palabra falta? {s}',
    'Completa la frase: {s}',
    'Di la palabra que falta: {s}',
  ],
  fr: [
    'Complète : {s}',
    'Quel mot manque ? {s}',
    'Complète la phrase : {s}',
    'Dis le mot qui manque : {s}',
  ],
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

export const sentenceTasks: readonly Task[] = [
  { name: 'rewrite', kind: 'writing', weight: 3, languages: ['en'], draw: rewrite },
  { name: 'odd one out', kind: 'reasoning', weight: 0.5, languages: ['en'], draw: oddOneOut },
  { name: 'gap', kind: 'humanities', weight: 0.5, languages: ['en', 'es', 'fr'], draw: gap },
];

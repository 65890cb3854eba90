import { languages } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill } from '../text.ts';
import { days } from '../words/calendar.ts';
import { name, nouns, someNames } from '../words/index.ts';
import { colours, frenchFeminine, kind } from '../words/names-of-kinds.ts';
import { definite, indefinite, word } from '../words/nouns.ts';
import { adjectives, at, belongings, isWoman, places } from '../words/people.ts';
import { greetings, mails } from './mail-data.ts';
import type { Item, Task } from './task.ts';

const text = (task: string, query: string, answer: string, next?: () => Item): Item => ({
  task,
  query,
  short: answer,
  full: answer,
  ...(next && { next }),
});

type WorldNoun = (typeof nouns)[number];
const solid: readonly WorldNoun[] = nouns.filter(
  (noun) => noun.size !== '-' && !['star', '-'].includes(noun.group),
);

/** A plain sentence about a noun of the world. */
export function sentence(scene: Scene, noun: WorldNoun = scene.random.pick(solid)): string {
  const { random, language } = scene;
  const place = random.pick(places);
  const colour = noun.colour === '-' ? '' : kind(colours, noun.colour, language);
  const slots = {
    a: indefinite(noun, language),
    the: definite(noun, language),
    adjective: random.pick(adjectives),
    place,
    at: at(place, language),
    who: name(scene),
    other: name(scene),
    colour: language === 'fr' ? frenchFeminine(colour) : colour,
    x: noun.en,
  };
  const templates = {
    en: [
      'The {adjective} {x} is {at}.',
      '{who} sees {a} {at}.',
      '{who} and {other} look at the {x}.',
      'One day {who} finds {a} near the {place}.',
      'I like the {x} because it is {adjective}.',
      'The {colour} {x} belongs to {who}.',
      'There is {a} behind the {place}.',
    ],
    es: [
      'Hoy veo {a} {at}.',
      '{who} mira {the}.',
      'Me gusta {the} de color {colour}.',
      '{the} está {at}.',
      '{who} y {other} tienen {a}.',
      'Hay {a} {at}.',
      '{who} ve {a} {at}.',
    ],
    fr: [
      'Je vois {a} {at}.',
      '{who} regarde {the}.',
      "J'aime {the} de couleur {colour}.",
      '{the} est {at}.',
      '{who} et {other} ont {a}.',
      'Il y a {a} {at}.',
      '{who} voit {a} {at}.',
    ],
  }[language];
  return capitalise(contract(fill(random.pick(templates), slots), language));
}

const sentenceAsks = {
  en: [
    'Write a sentence about {a}.',
    'Make a sentence with the word {x}.',
    'Write one line about {a}.',
    'Use the word {x} in a sentence.',
    'Say something about {a}.',
  ],
  es: [
    'Escribe una frase sobre {a}.',
    'Haz una frase con {a}.',
    'Di algo sobre {a}.',
    'Escribe una línea sobre {a}.',
  ],
  fr: [
    'Écris une phrase sur {a}.',
    'Fais une phrase avec {a}.',
    'Dis quelque chose sur {a}.',
    'Écris une ligne sur {a}.',
  ],
} as const;
const sentenceAgain = {
  en: ['Now about {a}.', 'And one about {a}.'],
  es: ['Ahora sobre {a}.'],
  fr: ['Maintenant sur {a}.'],
} as const;

function sentenceItem(scene: Scene, asks: readonly string[] = sentenceAsks[scene.language]): Item {
  const noun = scene.random.pick(solid);
  const slots = { a: indefinite(noun, scene.language), x: noun.en };
  return text('sentence', fill(wording(scene, asks), slots), sentence(scene, noun), () =>
    sentenceItem(scene, sentenceAgain[scene.language]),
  );
}

const poems = [
  ['a cat', 'A little {c} cat\nsat on a hat.'],
  ['a dog', 'A happy old dog\nran into the fog.'],
  ['the sea', 'I look at the sea\nand feel so free.'],
  ['the moon', 'I see the moon.\nThe night comes soon.'],
  ['the sun', 'Here is the sun.\nNow we have fun.'],
  ['a tree', 'Up in the tree\nthere sings a bee.'],
  ['the rain', 'I hear the rain\nfall on the train.'],
  ['a mouse', 'A small grey mouse\nlives in my house.'],
  ['a star', 'A bright white star\nshines from afar.'],
  ['the snow', 'Soft falls the snow\nwherever I go.'],
  ['a bear', 'A big brown bear\nsat on a chair.'],
  ['a friend', 'With a good friend\nthe day has no end.'],
  ['spring', 'Spring is here.\nThe birds I hear.'],
  ['love', 'My heart takes flight\nwith love so bright.'],
  ['the night', 'Dark is the night,\nbut stars give light.'],
] as const;

function poem(scene: Scene): Item {
  const [x, verse] = scene.random.pick(poems);
  const asks = [
    'Write a poem about {x}.',
    'Write two lines that rhyme about {x}.',
    'Make a little rhyme about {x}.',
    'Write a short poem about {x}.',
    'Write me a poem on {x}.',
  ];
  const c = scene.random.pick(['black', 'white', 'grey']);
  return text('poem', fill(wording(scene, asks), { x }), fill(verse, { c }), () => poem(scene));
}

function mail(scene: Scene): Item {
  const { random, language } = scene;
  const said = mails[language];
  const [who = '', me = ''] = someNames(scene, 2);
  const { about, body } = random.pick<{ about: string; body: string }>(said.letters);
  const thing = random.pick(belongings);
  const slots = {
    who,
    me,
    dear: `${greetings[language][isWoman(who) ? 1 : 0]} ${who}`,
    o: word(thing, language),
    the: definite(thing, language),
    day: random.pick<string>(days[language]),
  };
  const query = fill(wording(scene, said.asks), { about: fill(about, slots) });
  return text('mail', `${query} ${fill(said.signed, slots)}`, fill(body, slots), () =>
    text('mail', said.again, fill(random.pick<string>(said.short), slots)),
  );
}

export const writingTasks: readonly Task[] = [
  {
    name: 'sentence',
    kind: 'writing',
    weight: 5,
    languages,
    draw: (scene) => sentenceItem(scene),
  },
  { name: 'poem', kind: 'writing', weight: 0.5, languages: ['en'], draw: poem },
  { name: 'mail', kind: 'writing', weight: 0.7, languages, draw: mail },
];

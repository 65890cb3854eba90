import { languages } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { nouns } from '../words/index.ts';
import { colours, frenchFeminine, groups, kind } from '../words/names-of-kinds.ts';
import { indefinite, nounSlots } from '../words/nouns.ts';
import { words } from '../words/table.ts';
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
  es: {
    positive: [
      'Me encanta {the}.',
      '{the} es genial.',
      '{the} es una maravilla.',
      '{the} me hace muy feliz.',
      'Me gusta mucho {the}.',
    ],
    negative: [
      'Odio {the}.',
      '{the} es horrible.',
      '{the} es un desastre.',
      '{the} me pone muy triste.',
      'No me gusta nada {the}.',
    ],
  },
  fr: {
    positive: [
      "J'adore {the}.",
      '{the} est magnifique.',
      '{the} est une merveille.',
      '{the} me rend heureux.',
      "J'aime beaucoup {the}.",
    ],
    negative: [
      'Je déteste {the}.',
      '{the} est horrible.',
      '{the} est une catastrophe.',
      '{the} me rend triste.',
      "Je n'aime pas du tout {the}.",
    ],
  },
} as const;
const sentiments = {
  en: {
    asks: [
      'Is this positive or negative? {s}',
      'Positive or negative: {s}',
      'What is the mood of this text? {s}',
      '{s} Is that good or bad news: positive or negative?',
    ],
    positive: 'positive',
    negative: 'negative',
    tell: 'This text is {v}.',
  },
  es: {
    asks: [
      '¿Es esto positivo o negativo? {s}',
      'Positivo o negativo: {s}',
      '¿Es positivo o negativo este texto? {s}',
      '{s} ¿Eso es positivo o negativo?',
    ],
    positive: 'positivo',
    negative: 'negativo',
    tell: 'Este texto es {v}.',
  },
  fr: {
    asks: [
      'Est-ce positif ou négatif ? {s}',
      'Positif ou négatif : {s}',
      'Ce texte est-il positif ou négatif ? {s}',
      '{s} Est-ce que cela est positif ou négatif ?',
    ],
    positive: 'positif',
    negative: 'négatif',
    tell: 'Ce texte est {v}.',
  },
} as const;
const owned = nouns.filter((n) =>
  ['food', 'toy', 'tool', 'clothing', 'vehicle', 'furniture'].includes(n.group),
);

/** A sentence with a clear mood about a thing that one can own. */
export function moody(scene: Scene): { text: string; mood: 'positive' | 'negative' } {
  const { random, language } = scene;
  const mood = random.pick(['positive', 'negative'] as const);
  const slots = nounSlots(random.pick(owned), language);
  return { text: capitalise(fill(random.pick(feelings[language][mood]), slots)), mood };
}

function sentiment(scene: Scene): Item {
  const { text, mood } = moody(scene);
  const said = sentiments[scene.language];
  return {
    task: 'sentiment',
    query: fill(wording(scene, said.asks), { s: text }),
    short: said[mood],
    full: fill(said.tell, { v: said[mood] }),
  };
}

const yesNo = { en: ['yes', 'no'], es: ['sí', 'no'], fr: ['oui', 'non'] } as const;

const truthAsks = {
  en: ['Is {a} {v}?', 'True or not: {a} is {v}?', 'Would you say that {a} is {v}?'],
  es: ['¿Es {a} {v}?', 'Di si {a} es {v}.', 'Verdad o no: ¿{a} es {v}?', '¿Dirías que {a} es {v}?'],
  fr: [
    'Est-ce que {a} est {v} ?',
    'Dis si {a} est {v}.',
    'Vrai ou non : {a} est {v} ?',
    'Dirais-tu que {a} est {v} ?',
  ],
} as const;
const truthTells = {
  en: ['Yes, {a} is {v}.', 'No, {a} is not {v}.'],
  es: ['Sí, {a} es {v}.', 'No, {a} no es {v}.'],
  fr: ['Oui, {a} est {v}.', "Non, {a} n'est pas {v}."],
} as const;
const uncounted = new Set(['clothing', 'furniture', 'food']);

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
  const named = kind(rows, claimed, l);
  const v = {
    en: byColour || uncounted.has(claimed) ? named : withArticle(named),
    es: byColour ? `de color ${named}` : `un tipo de ${named}`,
    fr: byColour ? `de couleur ${frenchFeminine(named)}` : `un type de ${named}`,
  }[l];
  const slots = { a: indefinite(noun, l), v };
  const query = contract(fill(wording(scene, truthAsks[l]), slots), l);
  return {
    task: 'truth',
    query: capitalise(query),
    short: yesNo[l][yes ? 0 : 1],
    full: contract(fill(truthTells[l][yes ? 0 : 1], slots), l),
    next: () => truth(scene),
  };
}

const abilities = {
  en: {
    asks: ['Can {a} {d}?', 'Is {a} able to {d}?', 'Does {a} {d}?', 'Do you know if {a} can {d}?'],
    fly: 'fly',
    swim: 'swim',
    yes: 'Yes, {a} can {d}.',
    no: 'No, {a} does not {d}.',
  },
  es: {
    asks: [
      '¿Puede {d} {a}?',
      '¿Sabe {d} {a}?',
      '¿Es {a} capaz de {d}?',
      '¿Sabes si {a} puede {d}?',
    ],
    fly: 'volar',
    swim: 'nadar',
    yes: 'Sí, {a} puede {d}.',
    no: 'No, {a} no puede {d}.',
  },
  fr: {
    asks: [
      'Est-ce que {a} peut {d} ?',
      'Est-ce que {a} sait {d} ?',
      'Dis si {a} peut {d}.',
      'Sais-tu si {a} peut {d} ?',
    ],
    fly: 'voler',
    swim: 'nager',
    yes: 'Oui, {a} peut {d}.',
    no: 'Non, {a} ne peut pas {d}.',
  },
} as const;
const walkers = new Set(['penguin', 'hen']);
const fliers = new Set(['bee', 'butterfly']);
const swimmers = new Set(words('duck goose swan whale dolphin frog turtle penguin crocodile'));

function can(scene: Scene): Item {
  const { random, language: l } = scene;
  const said = abilities[l];
  const animal = random.pick(animals);
  const [deed, yes] = random.pick([
    ['fly', (animal.group === 'bird' && !walkers.has(animal.en)) || fliers.has(animal.en)],
    ['swim', animal.group === 'fish' || swimmers.has(animal.en)],
  ] as const);
  const slots = { a: indefinite(animal, l), d: said[deed] };
  return {
    task: 'can',
    query: contract(fill(wording(scene, said.asks), slots), l),
    short: yesNo[l][yes ? 0 : 1],
    full: fill(yes ? said.yes : said.no, slots),
    next: () => can(scene),
  };
}

export const judgingTasks: readonly Task[] = [
  { name: 'sentiment', kind: 'extraction', weight: 1.5, languages, draw: sentiment },
  { name: 'truth', kind: 'reasoning', weight: 2.5, languages, draw: truth },
  { name: 'can', kind: 'stem', weight: 1.5, languages, draw: can },
];

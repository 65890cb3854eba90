import { nouns } from '../../pretrain/corpus/words/index.ts';
import { word } from '../../pretrain/corpus/words/nouns.ts';
import { enumerate } from '../../pretrain/corpus/text.ts';
import { bare, colourOf, homeOf, legsOf, materialOf, spoken } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

const legs =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = legsOf(x);
    const a = spoken(x, l);
    return { slots: { k: a, v: right }, check: words([right], wrong), short: right };
  };
const home =
  (x: string): Tell =>
  (l) => {
    const { said, right, wrong } = homeOf(x, l);
    return { slots: { k: spoken(x, l), v: said }, check: words([right], wrong), short: said };
  };
const colour =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = colourOf(x, l);
    return { slots: { k: spoken(x, l), v: right }, check: words([right], wrong), short: right };
  };
const material =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = materialOf(x, l);
    return { slots: { k: spoken(x, l), v: right }, check: words([right], wrong), short: right };
  };
const members =
  (group: string, parts: readonly string[], plural: Record<'en' | 'es' | 'fr', string>): Tell =>
  (l) => {
    const named = parts.map((it) => bare(it, l));
    const of = nouns.filter((it) => it.group === group).map((it) => word(it, l));
    return {
      slots: { k: plural[l], v: enumerate(named, l) },
      check: { kind: 'members', of, least: 3 },
      short: named.join(', '),
      parts: named,
    };
  };

/** Animals and things of the little world. */
export const stem: readonly WorldSpec[] = [
  {
    id: 'legs',
    category: 'stem',
    ask: {
      task: 'legs',
      wording: {
        en: 'Tell me how many legs {k} has.',
        es: 'Di cuántas patas tiene {k}.',
        fr: 'Compte les pattes de {k}.',
      },
    },
    tell: { en: '{k} has {v} legs.', es: '{k} tiene {v} patas.', fr: '{k} a {v} pattes.' },
    second: 'another',
    manner: 'own',
    facts: { dev: [legs('parrot'), legs('spider')], test: [legs('ant'), legs('goat')] },
  },
  {
    id: 'home',
    category: 'stem',
    ask: {
      en: ['Where is the home of {k}?', 'In which place does {k} live?'],
      es: ['¿Dónde está la casa de {k}?', '¿En qué sitio vive {k}?'],
      fr: ['Où est la maison de {k} ?', 'À quel endroit vit {k} ?'],
    },
    tell: { en: '{k} lives {v}.', es: '{k} vive {v}.', fr: '{k} vit {v}.' },
    second: 'capitals',
    manner: 'own',
    facts: { dev: [home('salmon')], test: [home('camel')] },
  },
  {
    id: 'colour',
    category: 'stem',
    ask: {
      task: 'colour',
      wording: {
        en: 'Which colour does {k} have?',
        es: '¿Cuál es el color de {k}?',
        fr: 'Quelle est la couleur de {k} ?',
      },
    },
    tell: {
      en: 'The colour of {k} is {v}.',
      es: 'El color de {k} es {v}.',
      fr: 'La couleur de {k} est {v}.',
    },
    second: 'another',
    manner: 'near',
    facts: { dev: [colour('turtle'), colour('lemon')], test: [colour('plum'), colour('penguin')] },
  },
  {
    id: 'material',
    category: 'stem',
    ask: {
      en: ['What is the material of {k}?', 'Which material is {k} made of?'],
      es: ['¿Cuál es el material de {k}?', '¿Qué material tiene {k}?'],
      fr: ['Quelle est la matière de {k} ?', 'De quelle matière est {k} ?'],
    },
    tell: {
      en: '{k} is made of {v}.',
      es: '{k} se hace con {v}.',
      fr: 'On fait {k} avec : {v}.',
    },
    second: 'short',
    manner: 'own',
    facts: { dev: [material('spoon')], test: [material('bottle')] },
  },
  {
    id: 'three',
    category: 'stem',
    ask: {
      task: 'list',
      wording: { en: 'List three {k}.', es: 'Escribe tres {k}.', fr: 'Cite trois {k}.' },
    },
    tell: { en: 'Three {k} are {v}.', es: 'Tres {k} son {v}.', fr: 'Trois {k} sont : {v}.' },
    second: 'list',
    manner: 'near',
    facts: {
      dev: [members('bird', ['owl', 'duck', 'swan'], { en: 'birds', es: 'aves', fr: 'oiseaux' })],
      test: [
        members('fruit', ['pear', 'lemon', 'cherry'], { en: 'fruits', es: 'frutas', fr: 'fruits' }),
      ],
    },
  },
];

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
      en: ['Tell me how many legs {k} has.', 'On how many legs does {k} walk?'],
      es: ['¿Sobre cuántas patas va {k}?', '¿Con cuántas patas anda {k}?'],
      fr: ['Sur combien de pattes va {k} ?', 'Avec combien de pattes marche {k} ?'],
    },
    tell: { en: '{k} has {v} legs.', es: '{k} tiene {v} patas.', fr: '{k} a {v} pattes.' },
    second: 'another',
    facts: { dev: [legs('parrot'), legs('spider')], test: [legs('ant'), legs('goat')] },
  },
  {
    id: 'home',
    category: 'stem',
    ask: {
      en: ['In what place does {k} live?', 'Where should I go to meet {k}?'],
      es: ['¿En qué sitio vive {k}?', '¿Adónde voy para encontrar {k}?'],
      fr: ['À quel endroit vit {k} ?', 'Où faut-il aller pour trouver {k} ?'],
    },
    tell: { en: '{k} lives {v}.', es: '{k} vive {v}.', fr: '{k} vit {v}.' },
    second: 'capitals',
    facts: { dev: [home('salmon')], test: [home('camel')] },
  },
  {
    id: 'colour',
    category: 'stem',
    ask: {
      en: ['Which colour does {k} have?', 'In which colour would you paint {k}?'],
      es: ['¿Con qué color pintarías {k}?', '¿En qué color dibujarías {k}?'],
      fr: ['De quelle couleur peindre {k} ?', 'Avec quelle couleur dessiner {k} ?'],
    },
    tell: {
      en: 'The colour of {k} is {v}.',
      es: 'El color de {k} es {v}.',
      fr: 'La couleur de {k} est {v}.',
    },
    second: 'another',
    facts: { dev: [colour('turtle'), colour('lemon')], test: [colour('plum'), colour('penguin')] },
  },
  {
    id: 'material',
    category: 'stem',
    ask: {
      en: ['What material is used for {k}?', 'From what do people make {k}?'],
      es: ['¿Con qué se fabrica {k}?', '¿Qué material se usa para {k}?'],
      fr: ['Quel matériau faut-il pour {k} ?', 'À partir de quoi fait-on {k} ?'],
    },
    tell: {
      en: '{k} is made of {v}.',
      es: '{k} se hace con {v}.',
      fr: 'On fait {k} avec : {v}.',
    },
    second: 'short',
    facts: { dev: [material('spoon')], test: [material('bottle')] },
  },
  {
    id: 'three',
    category: 'stem',
    ask: {
      en: ['Which three {k} come to your mind?', 'I would like to hear of three {k}.'],
      es: ['¿Qué tres {k} conoces?', 'Me gustaría conocer tres {k}.'],
      fr: ['Quels {k} connais-tu ? Trois suffisent.', "J'aimerais connaître trois {k}."],
    },
    tell: { en: 'Three {k} are {v}.', es: 'Tres {k} son {v}.', fr: 'Trois {k} sont : {v}.' },
    second: 'list',
    facts: {
      dev: [members('bird', ['owl', 'duck', 'swan'], { en: 'birds', es: 'aves', fr: 'oiseaux' })],
      test: [
        members('fruit', ['pear', 'lemon', 'cherry'], { en: 'fruits', es: 'frutas', fr: 'fruits' }),
      ],
    },
  },
];

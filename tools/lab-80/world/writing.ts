import { definite } from '../../pretrain/corpus/words/nouns.ts';
import type { InLanguages } from '../say.ts';
import { bare, noun, spoken } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

/** A text of the answer's own about a thing: it must name the thing and say three words of its own. */
const text =
  (x: string): Tell =>
  (l) => ({
    slots: { k: spoken(x, l) },
    check: { kind: 'text', about: [bare(x, l)], least: 3 },
    short: bare(x, l),
  });
const upper =
  (x: string): Tell =>
  (l) => {
    const v = bare(x, l).toUpperCase();
    return { slots: { k: bare(x, l), v }, check: words([v]), short: v };
  };
const lower =
  (x: string): Tell =>
  (l) => ({ slots: { v: bare(x, l) }, check: words([bare(x, l)]), short: bare(x, l) });
const phrase =
  (s: InLanguages, v: InLanguages, all: InLanguages): Tell =>
  (l) => ({ slots: { s: s[l], v: v[l] }, check: words([all[l]]), short: v[l] });
const placed =
  (who: string, not: string, seen: string): Tell =>
  (l) => {
    const v = `${who} ${{ en: 'sees', es: 'mira', fr: 'regarde' }[l]}`;
    return {
      slots: { a: who, b: not, t: definite(noun(seen), l), v },
      check: words([v], [not]),
      short: who,
    };
  };

const sentenceTell = {
  en: 'Today I saw {k} in the garden.',
  es: 'Hoy veo {k} en el jardín.',
  fr: 'Je vois {k} dans le jardin.',
} as const;

/** Sentences, and sentences made into others. */
export const writing: readonly WorldSpec[] = [
  {
    id: 'line',
    category: 'writing',
    ask: {
      en: ['Give me a sentence about {k}.', 'I want a sentence about {k}.'],
      es: ['Dame una frase sobre {k}.', 'Quiero una frase sobre {k}.'],
      fr: ['Donne-moi une phrase sur {k}.', 'Je veux une phrase sur {k}.'],
    },
    tell: sentenceTell,
    again: {
      en: 'Another sentence about {k}, please.',
      es: 'Otra frase sobre {k}, por favor.',
      fr: "Une autre phrase sur {k}, s'il te plaît.",
    },
    second: 'another',
    manner: 'own',
    facts: { dev: [text('pear'), text('lion')], test: [text('hat'), text('tiger')] },
  },
  {
    id: 'sentence',
    category: 'writing',
    ask: {
      task: 'sentence',
      wording: {
        en: 'Write one line about {k}.',
        es: 'Di algo sobre {k}.',
        fr: 'Écris une ligne sur {k}.',
      },
    },
    tell: sentenceTell,
    second: 'capitals',
    manner: 'near',
    facts: { dev: [text('horse')], test: [text('duck')] },
  },
  {
    id: 'negative',
    category: 'writing',
    ask: {
      en: [
        'Put the word not into this sentence: {s}',
        'Write this sentence with the word not: {s}',
      ],
      es: ['Pon la palabra no en esta frase: {s}', 'Escribe esta frase con la palabra no: {s}'],
      fr: [
        'Mets cette phrase à la forme négative : {s}',
        'Écris cette phrase à la forme négative : {s}',
      ],
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    second: 'capitals',
    manner: 'own',
    facts: {
      dev: [
        phrase(
          { en: 'The goat is old.', es: 'La cabra es vieja.', fr: 'La chèvre est vieille.' },
          {
            en: 'The goat is not old.',
            es: 'La cabra no es vieja.',
            fr: "La chèvre n'est pas vieille.",
          },
          { en: 'is not old', es: 'no es vieja', fr: 'est pas vieille' },
        ),
      ],
      test: [
        phrase(
          { en: 'The lamp is clean.', es: 'La lámpara está limpia.', fr: 'La lampe est propre.' },
          {
            en: 'The lamp is not clean.',
            es: 'La lámpara no está limpia.',
            fr: "La lampe n'est pas propre.",
          },
          { en: 'is not clean', es: 'no está limpia', fr: 'est pas propre' },
        ),
      ],
    },
  },
  {
    id: 'upper',
    category: 'writing',
    ask: {
      task: 'capitals',
      wording: {
        en: 'Make {k} all capitals.',
        es: 'Pasa {k} a mayúsculas.',
        fr: 'Passe {k} en majuscules.',
      },
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    again: {
      en: 'Now write it in small letters, please.',
      es: 'Ahora escríbelo en minúsculas, por favor.',
      fr: "Maintenant écris-le en minuscules, s'il te plaît.",
    },
    second: 'another',
    manner: 'own',
    format: 'capitals',
    formatAgain: 'small letters',
    facts: { dev: [upper('goat'), lower('goat')], test: [upper('bear'), lower('bear')] },
  },
  {
    id: 'swap',
    category: 'writing',
    ask: {
      en: ['Write {a} in place of {b}: {b} sees {t}.', 'Put {a} in place of {b}: {b} sees {t}.'],
      es: ['Escribe {a} en lugar de {b}: {b} mira {t}.', 'Pon {a} en lugar de {b}: {b} mira {t}.'],
      fr: [
        'Écris {a} à la place de {b} : {b} regarde {t}.',
        'Mets {a} à la place de {b} : {b} regarde {t}.',
      ],
    },
    tell: { en: '{v} {t}.', es: '{v} {t}.', fr: '{v} {t}.' },
    again: { en: 'And with {a}?', es: '¿Y con {a}?', fr: 'Et avec {a} ?' },
    second: 'another',
    manner: 'near',
    facts: {
      dev: [placed('Anna', 'Felix', 'moon'), placed('Oscar', 'Anna', 'moon')],
      test: [placed('Theo', 'Julia', 'sun'), placed('Max', 'Theo', 'sun')],
    },
  },
];

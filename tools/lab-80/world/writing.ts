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
    id: 'sentence',
    category: 'writing',
    ask: {
      en: ['Please write one sentence that has {k} in it.', 'Let me read a sentence with {k}.'],
      es: ['Por favor, inventa una frase en la que salga {k}.', 'Quiero leer una frase con {k}.'],
      fr: ["Invente, s'il te plaît, une phrase avec {k}.", 'Je veux lire une phrase sur {k}.'],
    },
    tell: sentenceTell,
    second: 'capitals',
    facts: { dev: [text('horse')], test: [text('duck')] },
  },
  {
    id: 'line',
    category: 'writing',
    ask: {
      en: ['Begin a story about {k} with one sentence.', 'How could a tale about {k} begin?'],
      es: [
        'Empieza un cuento sobre {k} con una frase.',
        '¿Cómo puede empezar un cuento sobre {k}?',
      ],
      fr: [
        'Commence une histoire sur {k} par une phrase.',
        'Comment peut commencer un conte sur {k} ?',
      ],
    },
    tell: sentenceTell,
    again: {
      en: 'And how would one about {k} begin?',
      es: '¿Y cómo empezaría uno sobre {k}?',
      fr: 'Et comment commencerait celui sur {k} ?',
    },
    second: 'another',
    facts: { dev: [text('pear'), text('lion')], test: [text('hat'), text('tiger')] },
  },
  {
    id: 'upper',
    category: 'writing',
    ask: {
      en: ['How does the word {k} look in capitals?', 'Shout the word {k} in capital letters.'],
      es: ['¿Cómo queda la palabra {k} en mayúsculas?', 'Grita la palabra {k} en mayúsculas.'],
      fr: ['À quoi ressemble le mot {k} en majuscules ?', 'Crie le mot {k} en majuscules.'],
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    again: {
      en: 'And back in small letters, please.',
      es: 'Y otra vez en minúsculas, por favor.',
      fr: "Et de nouveau en minuscules, s'il te plaît.",
    },
    second: 'another',
    format: 'capitals',
    formatAgain: 'small letters',
    facts: { dev: [upper('goat'), lower('goat')], test: [upper('bear'), lower('bear')] },
  },
  {
    id: 'negative',
    category: 'writing',
    ask: {
      en: ['Say the reverse by putting in not: {s}', 'Deny this with the word not: {s}'],
      es: ['Di que no es así: {s}', 'Niega esta frase: {s}'],
      fr: ["Dis que ce n'est pas ainsi : {s}", 'Nie cette phrase : {s}'],
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    second: 'capitals',
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
    id: 'swap',
    category: 'writing',
    ask: {
      en: ['Put {a} where {b} is: {b} sees {t}.', 'Write it with {a}, not {b}: {b} sees {t}.'],
      es: ['Pon {a} donde está {b}: {b} mira {t}.', 'Escribe {a} y no {b}: {b} mira {t}.'],
      fr: ['Mets {a} là où est {b} : {b} regarde {t}.', 'Écris {a} et non {b} : {b} regarde {t}.'],
    },
    tell: { en: '{v} {t}.', es: '{v} {t}.', fr: '{v} {t}.' },
    again: {
      en: 'And now put {a} there, please.',
      es: 'Y ahora pon {a} ahí, por favor.',
      fr: "Et maintenant mets {a} là, s'il te plaît.",
    },
    second: 'another',
    facts: {
      dev: [placed('Anna', 'Felix', 'moon'), placed('Oscar', 'Anna', 'moon')],
      test: [placed('Theo', 'Julia', 'sun'), placed('Max', 'Theo', 'sun')],
    },
  },
];

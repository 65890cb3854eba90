import { isFeminine } from '../../pretrain/corpus/words/nouns.ts';
import type { InLanguages } from '../say.ts';
import { bare, noun, spoken } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

/** Which of two things is bigger or smaller; adjectives agree with the winner. */
const compared =
  (bigger: boolean, winner: string, other: string, shown: readonly [string, string]): Tell =>
  (l) => {
    const feminine = l !== 'en' && isFeminine(noun(winner), l);
    const degree = {
      en: bigger ? 'bigger' : 'smaller',
      es: `más ${bigger ? 'grande' : feminine ? 'pequeña' : 'pequeño'}`,
      fr: `plus ${bigger ? 'grand' : 'petit'}${feminine ? 'e' : ''}`,
    }[l];
    const [a, b] = shown;
    return {
      slots: { a: spoken(a, l), b: spoken(b, l), k: spoken(winner, l), v: degree },
      check: words([bare(winner, l)], [bare(other, l)]),
      short: spoken(winner, l),
    };
  };
const sorted =
  (shown: readonly number[]): Tell =>
  () => {
    const parts = [...shown].sort((a, b) => a - b).map(String);
    const v = parts.join(', ');
    return { slots: { q: shown.join(', '), v }, check: words([parts.join(' ')]), short: v, parts };
  };
const person =
  (right: string, wrong: readonly string[], m: InLanguages = { en: '', es: '', fr: '' }): Tell =>
  (l) => ({ slots: { v: right, m: m[l] }, check: words([right], wrong), short: right });
const odd =
  (right: string, rest: readonly string[], shown: readonly string[]): Tell =>
  (l) => ({
    slots: { q: shown.map((it) => bare(it, l)).join(', '), v: bare(right, l) },
    check: words(
      [bare(right, l)],
      rest.map((it) => bare(it, l)),
    ),
    short: bare(right, l),
  });
const picked =
  (right: number, shown: readonly number[]): Tell =>
  () => ({
    slots: { q: shown.join(', '), v: right },
    check: words([String(right)], shown.filter((it) => it !== right).map(String)),
    short: String(right),
  });

/** Comparing, sorting, concluding. */
export const reasoning: readonly WorldSpec[] = [
  {
    id: 'compare',
    category: 'reasoning',
    ask: {
      en: ['Put {a} beside {b}: which one is bigger?', 'Of {a} and {b}, which is the bigger one?'],
      es: [
        'Pon {a} al lado de {b}: ¿qué es más grande?',
        'Compara {a} y {b}: ¿cuál es más grande?',
      ],
      fr: [
        "Mets {a} à côté d'{b} : qui est plus grand ?",
        'Compare {a} et {b} : lequel est plus grand ?',
      ],
    },
    tell: { en: '{k} is {v}.', es: '{k} es {v}.', fr: '{k} est {v}.' },
    again: {
      en: 'And which of the two is smaller?',
      es: '¿Y cuál de los dos es más pequeño?',
      fr: 'Et lequel des deux est plus petit ?',
    },
    second: 'another',
    facts: {
      dev: [
        compared(true, 'whale', 'frog', ['frog', 'whale']),
        compared(false, 'frog', 'whale', ['frog', 'whale']),
      ],
      test: [
        compared(true, 'elephant', 'bee', ['elephant', 'bee']),
        compared(false, 'bee', 'elephant', ['elephant', 'bee']),
      ],
    },
  },
  {
    id: 'sort',
    category: 'reasoning',
    ask: {
      en: [
        'Say {q} in order, the smallest first.',
        'Which order is right for {q}, small to large?',
      ],
      es: [
        'Di {q} en orden, primero el más pequeño.',
        '¿Qué orden es correcto para {q}, de menor a mayor?',
      ],
      fr: [
        "Dis {q} dans l'ordre, d'abord le plus petit.",
        'Quel ordre est juste pour {q}, du plus petit au plus grand ?',
      ],
    },
    tell: { en: 'In order: {v}.', es: 'En orden: {v}.', fr: 'En ordre : {v}.' },
    second: 'list',
    facts: { dev: [sorted([8, 3, 5])], test: [sorted([9, 2, 6])] },
  },
  {
    id: 'conclude',
    category: 'reasoning',
    ask: {
      en: [
        'Eva is taller than Bob. Bob is taller than Nora. Who is the tallest of all?',
        'Clara is older than Hugo. Hugo is older than Mia. Who is the oldest of all?',
      ],
      es: [
        'Eva es más alta que Bob. Bob es más alto que Nora. ¿Quién mide más?',
        'Clara es mayor que Hugo. Hugo es mayor que Mia. ¿Quién tiene más años?',
      ],
      fr: [
        'Eva est plus grande que Bob. Bob est plus grand que Nora. Qui mesure le plus ?',
        'Clara est plus âgée que Hugo. Hugo est plus âgé que Mia. Qui a le plus grand âge ?',
      ],
    },
    tell: { en: '{v} is the {m} of all.', es: '{v} {m}.', fr: '{v} {m}.' },
    again: {
      en: 'And who comes last of the three?',
      es: '¿Y quién queda en el último lugar?',
      fr: 'Et qui est à la dernière place ?',
    },
    tellAgain: { en: '{v} comes last.', es: '{v} queda al final.', fr: '{v} est à la fin.' },
    second: 'another',
    facts: {
      dev: [
        person('Eva', ['Bob', 'Nora'], { en: 'tallest', es: 'mide más', fr: 'mesure le plus' }),
        person('Nora', ['Bob', 'Eva']),
      ],
      test: [
        person('Clara', ['Hugo', 'Mia'], {
          en: 'oldest',
          es: 'tiene más años',
          fr: 'a le plus grand âge',
        }),
        person('Mia', ['Hugo', 'Clara']),
      ],
    },
  },
  {
    id: 'odd',
    category: 'reasoning',
    ask: {
      en: ['Three of these are alike, one is not: {q}. Which?', 'Which should leave the row {q}?'],
      es: ['Tres se parecen y una cosa no: {q}. ¿Cuál?', '¿Qué sobra en la fila {q}?'],
      fr: [
        'Trois vont ensemble, un seul non : {q}. Lequel ?',
        'Que faut-il enlever de la suite {q} ?',
      ],
    },
    tell: {
      en: 'The odd one is {v}.',
      es: 'Lo que sobra es {v}.',
      fr: 'Le mot de trop est {v}.',
    },
    second: 'capitals',
    facts: {
      dev: [odd('hammer', ['dog', 'cat', 'cow'], ['dog', 'hammer', 'cat', 'cow'])],
      test: [odd('chair', ['apple', 'pear', 'plum'], ['apple', 'pear', 'plum', 'chair'])],
    },
  },
  {
    id: 'extreme',
    category: 'reasoning',
    ask: {
      en: ['Look for the biggest of these numbers: {q}.', 'Which of {q} is the smallest number?'],
      es: ['De estos números quiero el más grande: {q}.', '¿Cuál de {q} es el número más pequeño?'],
      fr: [
        'De ces nombres je veux le plus grand : {q}.',
        'Lequel de {q} est le plus petit nombre ?',
      ],
    },
    tell: { en: 'That number is {v}.', es: 'Ese número es {v}.', fr: 'Ce nombre est {v}.' },
    second: 'short',
    facts: { dev: [picked(47, [12, 47, 30])], test: [picked(8, [21, 8, 15])] },
  },
];

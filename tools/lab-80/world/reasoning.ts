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
const inOrder =
  (shown: readonly number[], sign: 1 | -1): Tell =>
  () => {
    const parts = [...shown].sort((a, b) => sign * (a - b)).map(String);
    const v = parts.join(', ');
    return { slots: { q: shown.join(', '), v }, check: words([parts.join(' ')]), short: v, parts };
  };
const sorted = (shown: readonly number[]): Tell => inOrder(shown, 1);
const reversed = (shown: readonly number[]): Tell => inOrder(shown, -1);
const person =
  (right: string, wrong: readonly string[], m: InLanguages): Tell =>
  (l) => ({ slots: { v: right, m: m[l] }, check: words([right], wrong), short: right });
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
      en: ['Which animal is bigger, {a} or {b}?', 'Which one is bigger, {a} or {b}?'],
      es: ['¿Qué animal es más grande, {a} o {b}?', '¿Cuál es más grande, {a} o {b}?'],
      fr: ['Quel animal est plus grand, {a} ou {b} ?', 'Dis-moi qui est plus grand, {a} ou {b}.'],
    },
    tell: { en: '{k} is {v}.', es: '{k} es {v}.', fr: '{k} est {v}.' },
    again: {
      en: 'And which is smaller?',
      es: '¿Y cuál es más pequeño?',
      fr: 'Et qui est plus petit ?',
    },
    second: 'another',
    manner: 'near',
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
      task: 'sort',
      wording: {
        en: 'Order {q} from small to large.',
        es: 'Pon en orden {q}.',
        fr: 'Range {q} du plus petit au plus grand.',
      },
    },
    tell: { en: 'In order: {v}.', es: 'En orden: {v}.', fr: 'En ordre : {v}.' },
    second: 'list',
    manner: 'own',
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
        'Eva es más alta que Bob. Bob es más alto que Nora. ¿Quién es la persona más alta?',
        'Clara es más vieja que Hugo. Hugo es más viejo que Mia. ¿Quién es la persona más vieja?',
      ],
      fr: [
        'Eva est plus grande que Bob. Bob est plus grand que Nora. Qui est la personne la plus grande ?',
        'Clara est plus vieille que Hugo. Hugo est plus vieux que Mia. Qui est la personne la plus vieille ?',
      ],
    },
    tell: { en: '{v} is {m} of all.', es: '{v} es {m}.', fr: '{v} est {m}.' },
    again: { en: 'And who is {m} of all?', es: '¿Y quién es {m}?', fr: 'Et qui est {m} ?' },
    second: 'another',
    manner: 'own',
    facts: {
      dev: [
        person('Eva', ['Bob', 'Nora'], {
          en: 'the tallest',
          es: 'la persona más alta',
          fr: 'la personne la plus grande',
        }),
        person('Nora', ['Bob', 'Eva'], {
          en: 'the shortest',
          es: 'la persona más baja',
          fr: 'la personne la plus petite',
        }),
      ],
      test: [
        person('Clara', ['Hugo', 'Mia'], {
          en: 'the oldest',
          es: 'la persona más vieja',
          fr: 'la personne la plus vieille',
        }),
        person('Mia', ['Hugo', 'Clara'], {
          en: 'the youngest',
          es: 'la persona más joven',
          fr: 'la personne la plus jeune',
        }),
      ],
    },
  },
  {
    id: 'order',
    category: 'reasoning',
    ask: {
      task: 'sort',
      wording: {
        en: 'Order {q} from small to large.',
        es: 'Pon en orden {q}.',
        fr: 'Range {q} du plus petit au plus grand.',
      },
    },
    tell: { en: 'In order: {v}.', es: 'En orden: {v}.', fr: 'En ordre : {v}.' },
    again: {
      en: 'Now from large to small.',
      es: 'Ahora de mayor a menor.',
      fr: 'Maintenant du plus grand au plus petit.',
    },
    second: 'another',
    manner: 'near',
    facts: {
      dev: [sorted([7, 4, 9]), reversed([7, 4, 9])],
      test: [sorted([8, 1, 5]), reversed([8, 1, 5])],
    },
  },
  {
    id: 'extreme',
    category: 'reasoning',
    ask: {
      en: ['What is the biggest number in {q}?', 'What is the smallest number in {q}?'],
      es: ['¿Cuál es el número más grande de {q}?', '¿Cuál es el número más pequeño de {q}?'],
      fr: ['Quel nombre est le plus grand dans {q} ?', 'Quel nombre est le plus petit dans {q} ?'],
    },
    tell: { en: 'That number is {v}.', es: 'Ese número es {v}.', fr: 'Ce nombre est {v}.' },
    second: 'short',
    manner: 'near',
    facts: { dev: [picked(47, [12, 47, 30])], test: [picked(8, [21, 8, 15])] },
  },
];

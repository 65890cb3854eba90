import { numbers } from '../../pretrain/corpus/words/calendar.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

/** A number as digits or as a word, whichever an answer uses. */
const either = (n: number, l: 'en' | 'es' | 'fr'): string => {
  const said = numbers[l][n];
  // "un" and "once" are other words too
  return said && n > 1 && said !== 'once' ? `${n}|${said}` : String(n);
};
const numbered =
  (v: number, slots: Record<string, number | string>, wrong: readonly number[] = []): Tell =>
  (l) => ({
    slots: { ...slots, v },
    check: words([either(v, l)], wrong.map(String)),
    short: String(v),
  });
const sum = (a: number, b: number): Tell => numbered(a + b, { a, b });
const difference = (a: number, b: number): Tell => numbered(a - b, { a, b });
/** Small numbers. */
export const math: readonly WorldSpec[] = [
  {
    id: 'story',
    category: 'math',
    ask: {
      en: [
        'Eva has 6 apples and finds 3 apples. How many apples does she have?',
        'Omar has 9 eggs and eats 4 eggs. How many eggs does he have now?',
      ],
      es: [
        'Eva tiene 6 manzanas y encuentra 3 manzanas. ¿Cuántas manzanas tiene?',
        'Omar tiene 9 huevos y come 4 huevos. ¿Cuántos huevos tiene ahora?',
      ],
      fr: [
        'Eva a 6 pommes et trouve 3 pommes. Combien de pommes a-t-elle ?',
        "Omar a 9 œufs et mange 4 œufs. Combien d'œufs a-t-il maintenant ?",
      ],
    },
    tell: { en: 'The number is {v}.', es: 'El número es {v}.', fr: 'Le nombre est {v}.' },
    second: 'short',
    manner: 'near',
    facts: { dev: [numbered(9, {})], test: [numbered(5, {})] },
  },
  {
    id: 'sum',
    category: 'math',
    ask: {
      task: 'sum',
      wording: {
        en: "What's {a} plus {b}?",
        es: 'Calcula {a} más {b}.',
        fr: 'Fais le calcul : {a} plus {b}.',
      },
    },
    tell: { en: '{a} plus {b} is {v}.', es: '{a} más {b} es {v}.', fr: '{a} plus {b} fait {v}.' },
    again: { en: 'And {a} plus {b}?', es: '¿Y {a} más {b}?', fr: 'Et {a} plus {b} ?' },
    second: 'another',
    manner: 'near',
    facts: { dev: [sum(3, 5), sum(4, 6)], test: [sum(7, 9), sum(5, 8)] },
  },
  {
    id: 'neighbour',
    category: 'math',
    ask: {
      en: ['Which number goes after {k}?', 'Which number is right after {k}?'],
      es: ['¿Qué número va después de {k}?', '¿Qué número está después de {k}?'],
      fr: ['Quel nombre est après {k} ?', 'Quel nombre vient juste après {k} ?'],
    },
    tell: {
      en: 'The number after {k} is {v}.',
      es: 'El número después de {k} es {v}.',
      fr: 'Le nombre après {k} est {v}.',
    },
    second: 'another',
    manner: 'own',
    facts: {
      dev: [numbered(18, { k: 17 }), numbered(30, { k: 29 })],
      test: [numbered(14, { k: 13 }), numbered(41, { k: 40 })],
    },
  },
  {
    id: 'difference',
    category: 'math',
    ask: {
      task: 'sum',
      wording: {
        en: "What's {a} minus {b}?",
        es: 'Calcula {a} menos {b}.',
        fr: 'Fais le calcul : {a} moins {b}.',
      },
    },
    tell: {
      en: '{a} minus {b} is {v}.',
      es: '{a} menos {b} es {v}.',
      fr: '{a} moins {b} fait {v}.',
    },
    second: 'capitals',
    manner: 'own',
    facts: { dev: [difference(10, 3)], test: [difference(9, 5)] },
  },
  {
    id: 'pattern',
    category: 'math',
    ask: {
      en: ['Which number goes next: {k}?', 'What is the next number: {k}?'],
      es: ['¿Qué número va después: {k}?', '¿Cuál es el próximo número: {k}?'],
      fr: ['Quel nombre vient après : {k} ?', 'Quel est le prochain nombre : {k} ?'],
    },
    tell: {
      en: 'The next number is {v}.',
      es: 'El siguiente número es {v}.',
      fr: 'Le nombre suivant est {v}.',
    },
    again: { en: 'And after that?', es: '¿Y después?', fr: 'Et après ?' },
    second: 'another',
    manner: 'near',
    facts: {
      dev: [numbered(10, { k: '2, 4, 6, 8' }), numbered(12, {})],
      test: [numbered(25, { k: '5, 10, 15, 20' }), numbered(30, {})],
    },
  },
];

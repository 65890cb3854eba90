import { bare } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

const printed = {
  en: 'The code prints {v}.',
  es: 'El código imprime {v}.',
  fr: 'Le code affiche {v}.',
} as const;
const result =
  (code: string, v: number, wrong: readonly number[]): Tell =>
  () => ({
    slots: { c: code, v },
    check: words([String(v)], wrong.map(String)),
    short: String(v),
  });
const length =
  (x: string): Tell =>
  (l) => {
    const v = String(bare(x, l).length);
    return { slots: { c: `print(len("${bare(x, l)}"))`, v }, check: words([v]), short: v };
  };
const line =
  (x: string): Tell =>
  (l) => {
    const v = `print("${bare(x, l)}")`;
    return { slots: { k: bare(x, l), v }, check: words([v]), short: v };
  };
const assigned =
  (name: string, n: number): Tell =>
  () => {
    const v = `${name} = ${n}`;
    return { slots: { x: name, n, v }, check: words([v]), short: v };
  };
const raised =
  (name: string): Tell =>
  () => {
    const v = `${name} = ${name} + 1`;
    return {
      slots: { x: name, v },
      check: words([`${v}|${name} += 1|${name} = 1 + ${name}|${name}++`]),
      short: v,
    };
  };

/** Reading and writing a line of code. */
export const coding: readonly WorldSpec[] = [
  {
    id: 'print',
    category: 'coding',
    ask: {
      task: 'output',
      wording: {
        en: 'What is the output of {c}?',
        es: 'Lee este programa y di qué imprime: {c}',
        fr: 'Quelle est la sortie de {c} ?',
      },
    },
    tell: printed,
    again: { en: 'And what does {c} print?', es: '¿Y qué imprime {c}?', fr: "Et qu'affiche {c} ?" },
    second: 'another',
    manner: 'own',
    facts: {
      dev: [result('print(5 + 5)', 10, [5, 55]), result('print(2 + 6)', 8, [2, 6])],
      test: [result('print(3 + 9)', 12, [3, 9]), result('print(4 + 3)', 7, [4, 43])],
    },
  },
  {
    id: 'largest',
    category: 'coding',
    ask: {
      en: ['What does {c} print?', 'What does {c} show?'],
      es: ['¿Qué imprime {c}?', '¿Qué muestra {c}?'],
      fr: ["Qu'affiche {c} ?", 'Que montre {c} ?'],
    },
    tell: printed,
    second: 'capitals',
    manner: 'near',
    facts: {
      dev: [result('print(max(3, 8))', 8, [3])],
      test: [result('print(max(9, 2))', 9, [2])],
    },
  },
  {
    id: 'print-line',
    category: 'coding',
    ask: {
      task: 'program',
      wording: {
        en: 'Write a line of code that prints {k}.',
        es: 'Haz un programa que imprima {k}.',
        fr: 'Donne-moi du code qui affiche {k}.',
      },
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    again: {
      en: 'Now code that prints {k}.',
      es: 'Ahora código que imprima {k}.',
      fr: 'Maintenant du code qui affiche {k}.',
    },
    second: 'another',
    manner: 'near',
    format: 'code',
    facts: { dev: [line('dog'), line('apple')], test: [line('fox'), line('lemon')] },
  },
  {
    id: 'variable',
    category: 'coding',
    ask: {
      en: ['Which line of code sets {x} to {n}?', 'Which code sets {x} to {n}?'],
      es: ['¿Qué línea de código da a {x} el valor {n}?', '¿Qué código da a {x} el valor {n}?'],
      fr: [
        'Quelle ligne de code donne à {x} la valeur {n} ?',
        'Quel code donne à {x} la valeur {n} ?',
      ],
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    again: {
      en: 'And which line adds 1 to {x}?',
      es: '¿Y qué línea suma 1 a {x}?',
      fr: 'Et quelle ligne ajoute 1 à {x} ?',
    },
    second: 'another',
    manner: 'own',
    format: 'code',
    facts: { dev: [assigned('x', 7), raised('x')], test: [assigned('y', 4), raised('y')] },
  },
  {
    id: 'length',
    category: 'coding',
    ask: {
      task: 'output',
      wording: {
        en: 'What is the output of {c}?',
        es: 'Lee este programa y di qué imprime: {c}',
        fr: 'Quelle est la sortie de {c} ?',
      },
    },
    tell: printed,
    second: 'short',
    manner: 'near',
    facts: { dev: [length('goat')], test: [length('rabbit')] },
  },
];

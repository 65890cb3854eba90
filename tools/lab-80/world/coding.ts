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
const repeated =
  (x: string, times: number): Tell =>
  (l) => {
    const v = bare(x, l).repeat(times);
    return { slots: { c: `print("${bare(x, l)}" * ${times})`, v }, check: words([v]), short: v };
  };
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
      en: ['What will I see after {c}?', 'My program is {c}. What comes out?'],
      es: ['¿Qué veré después de {c}?', 'Mi programa es {c}. ¿Qué sale?'],
      fr: ['Que vais-je voir après {c} ?', 'Mon programme est {c}. Que va-t-il sortir ?'],
    },
    tell: printed,
    again: {
      en: 'And what will I see after {c}?',
      es: '¿Y qué veré después de {c}?',
      fr: 'Et que vais-je voir après {c} ?',
    },
    second: 'another',
    facts: {
      dev: [result('print(5 + 5)', 10, [5, 55]), result('print(2 + 6)', 8, [2, 6])],
      test: [result('print(3 * 9)', 27, [3, 9]), result('print(4 * 4)', 16, [4, 44])],
    },
  },
  {
    id: 'repeat',
    category: 'coding',
    ask: {
      en: ['I typed {c}. What is on the screen?', 'Guess what {c} shows.'],
      es: ['He escrito {c}. ¿Qué hay en la pantalla?', 'Adivina qué muestra {c}.'],
      fr: ["J'ai tapé {c}. Qu'y a-t-il sur l'écran ?", 'Devine ce que montre {c}.'],
    },
    tell: printed,
    second: 'capitals',
    facts: { dev: [repeated('cow', 2)], test: [repeated('hen', 2)] },
  },
  {
    id: 'print-line',
    category: 'coding',
    ask: {
      en: ['Please write code which prints {k}.', 'Which line of code would print {k}?'],
      es: [
        'Por favor, escribe código para imprimir {k}.',
        '¿Con qué línea de código se imprime {k}?',
      ],
      fr: [
        "Écris, s'il te plaît, du code pour afficher {k}.",
        'Quelle ligne de code peut afficher {k} ?',
      ],
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    again: {
      en: 'And which line would print {k}?',
      es: '¿Y con qué línea se imprime {k}?',
      fr: 'Et quelle ligne peut afficher {k} ?',
    },
    second: 'another',
    format: 'code',
    facts: { dev: [line('dog'), line('apple')], test: [line('fox'), line('lemon')] },
  },
  {
    id: 'variable',
    category: 'coding',
    ask: {
      en: [
        'Please write code which makes {x} equal to {n}.',
        'With which line does {x} become {n}?',
      ],
      es: [
        'Escribe código para que {x} sea igual a {n}.',
        '¿Con qué línea vale {x} el número {n}?',
      ],
      fr: ['Écris du code pour que {x} soit égal à {n}.', 'Avec quelle ligne {x} vaut-il {n} ?'],
    },
    tell: { en: '{v}', es: '{v}', fr: '{v}' },
    again: {
      en: 'And a line that makes {x} larger by 1?',
      es: '¿Y una línea que sume 1 a {x}?',
      fr: 'Et une ligne qui ajoute 1 à {x} ?',
    },
    second: 'another',
    format: 'code',
    facts: { dev: [assigned('x', 7), raised('x')], test: [assigned('y', 4), raised('y')] },
  },
  {
    id: 'length',
    category: 'coding',
    ask: {
      en: ['Which number does {c} show?', 'I run {c}. Which number do I get?'],
      es: ['¿Qué número muestra {c}?', 'Ejecuto {c}. ¿Qué número me da?'],
      fr: ['Quel nombre montre {c} ?', 'Je lance {c}. Quel nombre vais-je lire ?'],
    },
    tell: printed,
    second: 'short',
    facts: { dev: [length('goat')], test: [length('rabbit')] },
  },
];

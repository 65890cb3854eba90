import { languages } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { nouns } from '../words/index.ts';
import { word } from '../words/nouns.ts';
import { openSum } from './arithmetic.ts';
import type { Item, Task } from './task.ts';

const reads = {
  en: {
    asks: [
      'What does this code print? {c}',
      'What is the output of {c}?',
      'Run this code: {c}',
      'Read this program and say what it prints: {c}',
    ],
    again: 'And {c}?',
    tell: 'The code prints {v}.',
  },
  es: {
    asks: [
      '¿Qué imprime este código? {c}',
      '¿Cuál es la salida de {c}?',
      'Ejecuta este código: {c}',
      'Lee este programa y di qué imprime: {c}',
    ],
    again: '¿Y {c}?',
    tell: 'El código imprime {v}.',
  },
  fr: {
    asks: [
      "Qu'affiche ce code ? {c}",
      'Quelle est la sortie de {c} ?',
      'Exécute ce code : {c}',
      "Lis ce programme et dis ce qu'il affiche : {c}",
    ],
    again: 'Et {c} ?',
    tell: 'Le code affiche {v}.',
  },
} as const;

function output(scene: Scene): Item {
  const { random, language } = scene;
  const { asks, again, tell } = reads[language];
  const { a, b } = openSum(scene, () => [random.integer(0, 9), '+', random.integer(0, 9)]);
  const x = word(random.pick(nouns), language);
  const n = random.integer(2, 4);
  const [code, result] = random.pick([
    [`print(${a} + ${b})`, String(a + b)],
    [`x = ${a}\nx = x + ${b}\nprint(x)`, String(a + b)],
    [`print("${x}" * ${n})`, x.repeat(n)],
    [`print(len("${x}"))`, String(x.length)],
    [`for i in range(${n}):\n    print(i)`, Array.from({ length: n }, (_, i) => i).join(' ')],
    [`print("${x}".upper())`, x.toUpperCase()],
    [`print(max(${a}, ${b}))`, String(Math.max(a, b))],
  ] as [string, string][]);
  const say = (template: string, c: string, v: string): Item => ({
    task: 'output',
    query: fill(template, { c }),
    short: v,
    full: fill(tell, { v }),
  });
  return {
    ...say(wording(scene, asks), code.includes('\n') ? `\n${code}` : code, result),
    next: () => {
      const { b: d, c } = openSum(scene, () => [b, '+', random.integer(0, 9)]);
      return say(again, `print(${b} + ${d})`, String(c));
    },
  };
}

const writes = {
  en: {
    asks: [
      'Write code that {what}.',
      'Write a line of code that {what}.',
      'Give me code that {what}.',
      'Program something that {what}.',
    ],
    again: 'Now code that {what}.',
    print: 'prints {x}',
    set: 'sets {v} to {n}',
    count: 'counts from 0 to {last}',
    add: 'adds 1 to {v}',
    double: 'doubles a number',
    sum: 'adds two numbers',
    repeat: 'prints {x} {n} times',
  },
  es: {
    asks: [
      'Escribe código que {what}.',
      'Escribe una línea de código que {what}.',
      'Dame código que {what}.',
      'Haz un programa que {what}.',
    ],
    again: 'Ahora código que {what}.',
    print: 'imprima {x}',
    set: 'dé a {v} el valor {n}',
    count: 'cuente de 0 a {last}',
    add: 'sume 1 a {v}',
    double: 'duplique un número',
    sum: 'sume dos números',
    repeat: 'imprima {x} {n} veces',
  },
  fr: {
    asks: [
      'Écris du code qui {what}.',
      'Écris une ligne de code qui {what}.',
      'Donne-moi du code qui {what}.',
      'Fais un programme qui {what}.',
    ],
    again: 'Maintenant du code qui {what}.',
    print: 'affiche {x}',
    set: 'donne à {v} la valeur {n}',
    count: 'compte de 0 à {last}',
    add: 'ajoute 1 à {v}',
    double: 'double un nombre',
    sum: 'additionne deux nombres',
    repeat: 'affiche {x} {n} fois',
  },
} as const;
const programs = {
  print: 'print("{x}")',
  set: '{v} = {n}',
  count: 'for i in range({n}):\n    print(i)',
  add: '{v} = {v} + 1',
  double: 'def double(n):\n    return n * 2',
  sum: 'def add(a, b):\n    return a + b',
  repeat: 'for i in range({n}):\n    print("{x}")',
} as const;
const programKinds = Object.keys(programs) as (keyof typeof programs)[];

function program(scene: Scene): Item {
  const { random, language } = scene;
  const said = writes[language];
  const v = random.pick(['x', 'y', 'n', 'total', 'count']);
  const item = (ask: string, n: number): Item => {
    const slots = { v, n, last: n - 1, x: word(random.pick(nouns), language) };
    const kind = random.pick(programKinds);
    const code = fill(programs[kind], slots);
    return {
      task: 'program',
      query: fill(ask, { what: fill(said[kind], slots) }),
      short: code,
      full: code,
    };
  };
  const n = random.integer(2, 12);
  return { ...item(wording(scene, said.asks), n), next: () => item(said.again, n + 1) };
}

export const codeTasks: readonly Task[] = [
  { name: 'output', kind: 'coding', weight: 5, languages, draw: output },
  { name: 'program', kind: 'coding', weight: 4, languages, draw: program },
];

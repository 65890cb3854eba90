import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { nouns } from '../words/index.ts';
import { openSum } from './arithmetic.ts';
import type { Item, Task } from './task.ts';

const reads = [
  'What does this code print? {c}',
  'What is the output of {c}?',
  'Run this code: {c}',
  'Read this program and say what it prints: {c}',
];

function output(scene: Scene): Item {
  const { random } = scene;
  const { a, b } = openSum(scene, () => [random.integer(0, 9), '+', random.integer(0, 9)]);
  const x = random.pick(nouns).en;
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
  return {
    task: 'output',
    query: fill(wording(scene, reads), { c: code.includes('\n') ? `\n${code}` : code }),
    short: result,
    full: `The code prints ${result}.`,
    next: () => {
      const again = openSum(scene, () => [b, '+', random.integer(0, 9)]);
      return {
        task: 'output',
        query: `And print(${b} + ${again.b})?`,
        short: String(again.c),
        full: `The code prints ${again.c}.`,
      };
    },
  };
}

const writes = [
  'Write code that {what}.',
  'Write a line of code that {what}.',
  'Give me code that {what}.',
  'Program something that {what}.',
];

function program(scene: Scene): Item {
  const { random } = scene;
  const x = random.pick(nouns).en;
  const n = random.integer(2, 12);
  const v = random.pick(['x', 'y', 'n', 'total', 'count']);
  const draw = (noun: string, number: number): readonly [string, string] =>
    random.pick([
      [`prints ${noun}`, `print("${noun}")`],
      [`sets ${v} to ${number}`, `${v} = ${number}`],
      [`counts from 0 to ${number - 1}`, `for i in range(${number}):\n    print(i)`],
      [`adds 1 to ${v}`, `${v} = ${v} + 1`],
      [`doubles a number`, `def double(n):\n    return n * 2`],
      [`adds two numbers`, `def add(a, b):\n    return a + b`],
      [`prints ${noun} ${number} times`, `for i in range(${number}):\n    print("${noun}")`],
    ] as const);
  const [what, code] = draw(x, n);
  return {
    task: 'program',
    query: fill(wording(scene, writes), { what }),
    short: code,
    full: code,
    next: () => {
      const [other, answer] = draw(random.pick(nouns).en, n + 1);
      return { task: 'program', query: `Now code that ${other}.`, short: answer, full: answer };
    },
  };
}

export const codeTasks: readonly Task[] = [
  { name: 'output', kind: 'coding', weight: 2, languages: ['en'], draw: output },
  { name: 'program', kind: 'coding', weight: 2, languages: ['en'], draw: program },
];

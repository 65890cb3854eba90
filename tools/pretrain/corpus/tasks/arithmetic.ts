import { languages } from '../document.ts';
import { isHeldOut } from '../hold-out.ts';
import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { someNames } from '../words/index.ts';
import { belongings } from '../words/people.ts';
import { manyOf, problems } from './arithmetic-data.ts';
import type { Item, Task } from './task.ts';

const signs = {
  '+': { en: 'plus', es: 'más', fr: 'plus' },
  '-': { en: 'minus', es: 'menos', fr: 'moins' },
  '*': { en: 'times', es: 'por', fr: 'fois' },
} as const;
export type Sign = keyof typeof signs;

const asks = {
  en: [
    'What is {sum}?',
    'How much is {sum}?',
    'Calculate {sum}.',
    'Work out {sum}.',
    'Solve {sum}.',
    "What's {sum}?",
    'Tell me the result of {sum}.',
    '{sum} = ?',
    'Can you compute {sum}?',
  ],
  es: ['¿Cuánto es {sum}?', 'Calcula {sum}.', '¿Qué resultado da {sum}?', 'Haz la cuenta: {sum}.'],
  fr: [
    'Combien fait {sum} ?',
    'Calcule {sum}.',
    'Quel est le résultat de {sum} ?',
    'Fais le calcul : {sum}.',
  ],
} as const;
const again = { en: 'And {sum}?', es: '¿Y {sum}?', fr: 'Et {sum} ?' } as const;
const equals = { en: 'is', es: 'es', fr: 'fait' } as const;

const result = (a: number, sign: Sign, b: number): number =>
  sign === '+' ? a + b : sign === '-' ? a - b : a * b;

/** Whether a scene may use a sum: some with both operands above two are held out, in either order. */
export function isOpen(scene: Scene, a: number, sign: Sign, b: number): boolean {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return scene.split === 'validation' || low < 3 || !isHeldOut('sum', `${low}${sign}${high}`);
}

/** Draws operands until the sum is one that the scene may use. */
export function openSum(
  scene: Scene,
  draw: () => readonly [a: number, sign: Sign, b: number],
): { a: number; sign: Sign; b: number; c: number } {
  for (;;) {
    const [a, sign, b] = draw();
    if (isOpen(scene, a, sign, b)) return { a, sign, b, c: result(a, sign, b) };
  }
}

function operands(scene: Scene): ReturnType<typeof openSum> {
  const { random } = scene;
  return openSum(scene, () => {
    const sign = random.weighted<Sign>([
      ['+', 6],
      ['-', 3],
      ['*', 2],
    ]);
    const high = sign === '*' ? 6 : random.chance(0.75) ? 10 : 20;
    const [a, b] = [random.integer(0, high), random.integer(0, Math.min(high, 10))];
    return sign === '-' && a < b ? [b, sign, a] : [a, sign, b];
  });
}

function sum(scene: Scene, templates: readonly string[] = asks[scene.language]): Item {
  const { a, b, sign, c } = operands(scene);
  const { random } = scene;
  const l = scene.language;
  const spoken = random.chance(0.5);
  const gap = spoken || random.chance(0.8) ? ' ' : ''; // people type 2+2 too
  const text = `${a}${gap}${spoken ? signs[sign][l] : sign}${gap}${b}`;
  return {
    task: 'sum',
    query: fill(wording(scene, templates), { sum: text }),
    short: String(c),
    full: spoken ? `${a} ${signs[sign][l]} ${b} ${equals[l]} ${c}.` : `${a} ${sign} ${b} = ${c}.`,
    next: () => sum(scene, [again[l]]),
  };
}

function wordProblem(scene: Scene): Item {
  const { random, language: l } = scene;
  const said = problems[l];
  const more = random.chance(0.6);
  const { a, b, c } = openSum(scene, () => {
    const lost = random.integer(1, 9);
    return more ? [random.integer(2, 10), '+', lost] : [random.integer(lost + 1, 15), '-', lost];
  });
  const [who = '', other = ''] = someNames(scene, 2);
  const things = manyOf(random.pick(belongings), l);
  const slots = { a, b, c, ...things, name: who, other, sign: signs[more ? '+' : '-'][l] };
  return {
    task: 'word problem',
    query: fill(wording(scene, more ? said.more : said.less), slots),
    short: String(c),
    full: fill(said.tell, slots),
    next: () => {
      const then = openSum(scene, () => [c, '+', random.integer(1, 6)]);
      return {
        task: 'word problem',
        query: fill(said.again, { b: then.b }),
        short: String(then.c),
        full: fill(said.tellAgain, { ...then, ...things, sign: signs['+'][l] }),
      };
    },
  };
}

export const arithmeticTasks: readonly Task[] = [
  {
    name: 'sum',
    kind: 'math',
    weight: 10,
    languages,
    draw: (scene) => sum(scene),
  },
  { name: 'word problem', kind: 'math', weight: 3, languages, draw: wordProblem },
];

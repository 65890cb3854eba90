import { isHeldOut } from '../hold-out.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, fill } from '../text.ts';
import { numbers } from '../words/calendar.ts';
import { name } from '../words/index.ts';
import { possessions } from '../words/people.ts';
import type { Item, Task } from './task.ts';

const signs = {
  '+': { en: 'plus', es: 'más', fr: 'plus' },
  '-': { en: 'minus', es: 'menos', fr: 'moins' },
  '*': { en: 'times', es: 'por', fr: 'fois' },
} as const;
type Sign = keyof typeof signs;

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

/** Two operands and their result; some sums of larger operands are held out. */
function operands(scene: Scene): { a: number; b: number; sign: Sign; result: number } {
  const { random } = scene;
  for (;;) {
    const sign = random.weighted<Sign>([
      ['+', 6],
      ['-', 3],
      ['*', 2],
    ]);
    const high = sign === '*' ? 6 : random.chance(0.75) ? 10 : 20;
    let a = random.integer(0, high);
    let b = random.integer(0, Math.min(high, 10));
    if (sign === '-' && a < b) [a, b] = [b, a];
    const kept =
      Math.min(a, b) > 2 && isHeldOut('sum', `${Math.min(a, b)}${sign}${Math.max(a, b)}`);
    if (kept && scene.split === 'training') continue;
    return { a, b, sign, result: sign === '+' ? a + b : sign === '-' ? a - b : a * b };
  }
}

function sum(scene: Scene, templates: readonly string[] = asks[scene.language]): Item {
  const { a, b, sign, result } = operands(scene);
  const { random } = scene;
  const l = scene.language;
  const spoken = random.chance(0.5);
  const gap = spoken || random.chance(0.8) ? ' ' : ''; // people type 2+2 too
  const text = `${a}${gap}${spoken ? signs[sign][l] : sign}${gap}${b}`;
  return {
    task: 'sum',
    query: fill(wording(scene, templates), { sum: text }),
    short: String(result),
    full: spoken
      ? `${a} ${signs[sign][l]} ${b} ${equals[l]} ${result}.`
      : `${a} ${sign} ${b} = ${result}.`,
    next: () => sum(scene, [again[l]]),
  };
}

const followTemplates = {
  en: {
    1: [
      'What number comes after {x}?',
      'Which number follows {x}?',
      'Count on from {x}: what is next?',
    ],
    '-1': ['What number comes before {x}?', 'Which number is just below {x}?'],
    says: ['The number after {x} is {v}.', 'The number before {x} is {v}.'],
  },
  es: {
    1: ['¿Qué número viene después de {x}?', 'Di el número después de {x}.'],
    '-1': ['¿Qué número viene antes de {x}?', 'Di el número antes de {x}.'],
    says: ['El número después de {x} es {v}.', 'El número antes de {x} es {v}.'],
  },
  fr: {
    1: ['Quel nombre vient après {x} ?', 'Donne le nombre après {x}.'],
    '-1': ['Quel nombre vient avant {x} ?', 'Donne le nombre avant {x}.'],
    says: ['Le nombre après {x} est {v}.', 'Le nombre avant {x} est {v}.'],
  },
} as const;

function neighbour(scene: Scene): Item {
  const step = scene.random.chance(0.6) ? 1 : -1;
  const x = scene.random.integer(1, scene.random.chance(0.7) ? 20 : 98);
  const templates = followTemplates[scene.language];
  const slots = { x, v: x + step };
  return {
    task: 'neighbour',
    query: fill(wording(scene, templates[step]), slots),
    short: String(x + step),
    full: fill(templates.says[step === 1 ? 0 : 1], slots),
    next: () => neighbour(scene),
  };
}

const spellAsks = {
  en: ['Write {n} as a word.', 'Spell the number {n} in letters.', 'What is {n} in words?'],
  es: ['Escribe {n} con letras.', '¿Cómo se escribe {n}?'],
  fr: ['Écris {n} en lettres.', "Comment s'écrit {n} ?"],
} as const;
const spellTells = {
  en: '{n} is written {v}.',
  es: '{n} se escribe {v}.',
  fr: "{n} s'écrit {v}.",
} as const;

function inWords(scene: Scene): Item {
  const n = scene.random.integer(0, 20);
  const v = numbers[scene.language][n] as string;
  return {
    task: 'in words',
    query: fill(wording(scene, spellAsks[scene.language]), { n }),
    short: v,
    full: fill(spellTells[scene.language], { n, v }),
    next: () => inWords(scene),
  };
}

const stories = {
  en: {
    more: [
      '{name} has {a} {o}s and gets {b} more. How many {o}s does {name} have now?',
      '{name} has {a} {o}s. {other} gives {name} {b} more. How many {o}s are there now?',
      'There are {a} {o}s on the table. {name} puts {b} more there. How many {o}s are on the table?',
    ],
    less: [
      '{name} has {a} {o}s and loses {b}. How many {o}s are left?',
      '{name} has {a} {o}s and gives {b} to {other}. How many {o}s does {name} still have?',
      '{name} buys {a} {o}s and breaks {b}. How many {o}s are left?',
    ],
    tell: 'The number of {o}s is {c}, because {a} {sign} {b} is {c}.',
  },
} as const;

function wordProblem(scene: Scene): Item {
  const { random } = scene;
  const more = random.chance(0.6);
  const b = random.integer(1, 9);
  const a = more ? random.integer(2, 10) : random.integer(b + 1, 15);
  const c = more ? a + b : a - b;
  const slots = {
    a,
    b,
    c,
    o: random.pick(possessions),
    name: name(scene),
    other: name(scene),
    sign: more ? 'plus' : 'minus',
  };
  return {
    task: 'word problem',
    query: fill(wording(scene, more ? stories.en.more : stories.en.less), slots),
    short: String(c),
    full: fill(stories.en.tell, slots),
    next: () => {
      const d = random.integer(1, 6);
      return {
        task: 'word problem',
        query: fill('And if there are {d} more after that?', { d }),
        short: String(c + d),
        full: `Then the number of ${slots.o}s is ${c + d}, because ${c} plus ${d} is ${c + d}.`,
      };
    },
  };
}

const sortAsks = {
  en: [
    'Sort these numbers: {list}.',
    'Put {list} in order.',
    'Order {list} from small to large.',
    'Arrange these numbers: {list}.',
  ],
  es: ['Ordena estos números: {list}.', 'Pon en orden {list}.'],
  fr: ['Trie ces nombres : {list}.', 'Mets {list} en ordre.'],
} as const;
const sortTells = { en: 'In order: {v}.', es: 'En orden: {v}.', fr: 'En ordre : {v}.' } as const;

function sort(scene: Scene): Item {
  const { random, language } = scene;
  const drawn = new Set<number>();
  const count = random.pick([3, 3, 4]);
  while (drawn.size < count) drawn.add(random.integer(1, random.chance(0.7) ? 9 : 50));
  const list = random.shuffle([...drawn]);
  const sorted = [...list].sort((x, y) => x - y).map(String);
  return {
    task: 'sort',
    query: fill(wording(scene, sortAsks[language]), { list: list.join(', ') }),
    short: sorted.join(', '),
    full: fill(sortTells[language], { v: sorted.join(', ') }),
    parts: sorted,
    ...(language === 'en' && {
      next: () => {
        const down = [...sorted].reverse();
        return {
          task: 'sort',
          query: random.pick([
            'Now from large to small.',
            'And the other way round?',
            'Now reverse the order.',
          ]),
          short: down.join(', '),
          full: `In order: ${down.join(', ')}.`,
          parts: down,
        };
      },
    }),
  };
}

const extremeAsks = {
  en: {
    big: [
      'Which number is the largest: {list}?',
      'Find the biggest number: {list}.',
      'What is the highest of {list}?',
    ],
    small: ['Which number is the smallest: {list}?', 'Find the lowest number: {list}.'],
  },
  es: {
    big: ['¿Qué número es el mayor: {list}?', 'Busca el número más grande: {list}.'],
    small: ['¿Qué número es el menor: {list}?', 'Busca el número más pequeño: {list}.'],
  },
  fr: {
    big: ['Quel nombre est le plus grand : {list} ?', 'Trouve le plus grand nombre : {list}.'],
    small: ['Quel nombre est le plus petit : {list} ?', 'Trouve le plus petit nombre : {list}.'],
  },
} as const;
const extremeTells = {
  en: ['The largest number is {v}.', 'The smallest number is {v}.'],
  es: ['El número mayor es {v}.', 'El número menor es {v}.'],
  fr: ['Le plus grand nombre est {v}.', 'Le plus petit nombre est {v}.'],
} as const;

function extreme(scene: Scene): Item {
  const { random, language } = scene;
  const drawn = new Set<number>();
  while (drawn.size < 3) drawn.add(random.integer(1, random.chance(0.6) ? 20 : 99));
  const list = random.shuffle([...drawn]);
  const [big, small] = [Math.max(...list), Math.min(...list)];
  const isBig = random.chance(0.6);
  const say = (largest: boolean, query: string): Item => {
    const v = largest ? big : small;
    return {
      task: 'extreme',
      query,
      short: String(v),
      full: fill(extremeTells[language][largest ? 0 : 1], { v }),
    };
  };
  const query = fill(wording(scene, extremeAsks[language][isBig ? 'big' : 'small']), {
    list: list.join(', '),
  });
  return {
    ...say(isBig, query),
    ...(language === 'en' && {
      next: () => say(!isBig, isBig ? 'And the smallest?' : 'And the largest?'),
    }),
  };
}

function pattern(scene: Scene): Item {
  const { random } = scene;
  const step = random.pick([1, 2, 2, 3, 5, 10]);
  const start = step * random.integer(0, 4) + random.integer(0, 1);
  const shown = [0, 1, 2, 3].map((i) => start + i * step);
  const next = start + 4 * step;
  const asksFor = [
    'What comes next: {list}?',
    'Continue the pattern: {list}.',
    'Which number comes next in {list}?',
  ];
  return {
    task: 'pattern',
    query: fill(wording(scene, asksFor), { list: shown.join(', ') }),
    short: String(next),
    full: `The next number is ${next}.`,
    more: capitalise(`each number is ${step} more than the one before.`),
    next: () => ({
      task: 'pattern',
      query: 'And after that?',
      short: String(next + step),
      full: `After that comes ${next + step}.`,
    }),
  };
}

export const numberTasks: readonly Task[] = [
  {
    name: 'sum',
    kind: 'math',
    weight: 7,
    languages: ['en', 'es', 'fr'],
    draw: (scene) => sum(scene),
  },
  { name: 'neighbour', kind: 'math', weight: 1.5, languages: ['en', 'es', 'fr'], draw: neighbour },
  { name: 'in words', kind: 'math', weight: 1, languages: ['en', 'es', 'fr'], draw: inWords },
  { name: 'word problem', kind: 'math', weight: 3, languages: ['en'], draw: wordProblem },
  { name: 'sort', kind: 'reasoning', weight: 2, languages: ['en', 'es', 'fr'], draw: sort },
  { name: 'extreme', kind: 'reasoning', weight: 1.5, languages: ['en', 'es', 'fr'], draw: extreme },
  { name: 'pattern', kind: 'math', weight: 1, languages: ['en'], draw: pattern },
];

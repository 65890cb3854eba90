import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { numbers } from '../words/calendar.ts';
import type { Item, Task } from './task.ts';

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
    1: [
      '¿Qué número viene después de {x}?',
      'Di el número después de {x}.',
      '¿Qué número sigue a {x}?',
      '¿Cuál es el número después de {x}?',
    ],
    '-1': [
      '¿Qué número viene antes de {x}?',
      'Di el número antes de {x}.',
      '¿Qué número está antes de {x}?',
      '¿Cuál es el número antes de {x}?',
    ],
    says: ['El número después de {x} es {v}.', 'El número antes de {x} es {v}.'],
  },
  fr: {
    1: [
      'Quel nombre vient après {x} ?',
      'Donne le nombre après {x}.',
      'Quel nombre suit {x} ?',
      'Quel est le nombre après {x} ?',
    ],
    '-1': [
      'Quel nombre vient avant {x} ?',
      'Donne le nombre avant {x}.',
      'Quel nombre est avant {x} ?',
      'Quel est le nombre avant {x} ?',
    ],
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
  es: [
    'Escribe {n} con letras.',
    '¿Cómo se escribe {n}?',
    'Pon {n} en letras.',
    '¿Cómo se escribe {n} con letras?',
  ],
  fr: [
    'Écris {n} en lettres.',
    "Comment s'écrit {n} ?",
    'Mets {n} en lettres.',
    'Comment écrit-on {n} en lettres ?',
  ],
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

const sortAsks = {
  en: [
    'Sort these numbers: {list}.',
    'Put {list} in order.',
    'Order {list} from small to large.',
    'Arrange these numbers: {list}.',
  ],
  es: [
    'Ordena estos números: {list}.',
    'Pon en orden {list}.',
    'Ordena {list} de menor a mayor.',
    'Pon estos números en orden: {list}.',
  ],
  fr: [
    'Trie ces nombres : {list}.',
    'Mets {list} en ordre.',
    'Range {list} du plus petit au plus grand.',
    'Mets ces nombres en ordre : {list}.',
  ],
} as const;
const sortTells = { en: 'In order: {v}.', es: 'En orden: {v}.', fr: 'En ordre : {v}.' } as const;

const sortAgain = {
  en: ['Now from large to small.', 'And the other way round?', 'Now reverse the order.'],
  es: ['Ahora de mayor a menor.', '¿Y al revés?'],
  fr: ['Maintenant du plus grand au plus petit.', "Et dans l'autre sens ?"],
} as const;

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
    next: () => {
      const down = [...sorted].reverse();
      return {
        task: 'sort',
        query: random.pick(sortAgain[language]),
        short: down.join(', '),
        full: fill(sortTells[language], { v: down.join(', ') }),
        parts: down,
      };
    },
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
    big: [
      '¿Qué número es el mayor: {list}?',
      'Busca el número más grande: {list}.',
      '¿Cuál es el número mayor: {list}?',
      'Di el mayor de {list}.',
    ],
    small: [
      '¿Qué número es el menor: {list}?',
      'Busca el número más pequeño: {list}.',
      '¿Cuál es el número menor: {list}?',
      'Di el menor de {list}.',
    ],
  },
  fr: {
    big: [
      'Quel nombre est le plus grand : {list} ?',
      'Trouve le plus grand nombre : {list}.',
      'Quel est le plus grand nombre : {list} ?',
      'Dis le plus grand de {list}.',
    ],
    small: [
      'Quel nombre est le plus petit : {list} ?',
      'Trouve le plus petit nombre : {list}.',
      'Quel est le plus petit nombre : {list} ?',
      'Dis le plus petit de {list}.',
    ],
  },
} as const;
const extremeTells = {
  en: ['The largest number is {v}.', 'The smallest number is {v}.'],
  es: ['El número mayor es {v}.', 'El número menor es {v}.'],
  fr: ['Le plus grand nombre est {v}.', 'Le plus petit nombre est {v}.'],
} as const;

const extremeAgain = {
  en: ['And the largest?', 'And the smallest?'],
  es: ['¿Y el mayor?', '¿Y el menor?'],
  fr: ['Et le plus grand ?', 'Et le plus petit ?'],
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
    next: () => say(!isBig, extremeAgain[language][isBig ? 1 : 0]),
  };
}

const patterns = {
  en: {
    asks: [
      'What comes next: {list}?',
      'Continue the pattern: {list}.',
      'Which number comes next in {list}?',
    ],
    again: 'And after that?',
    tell: 'The next number is {v}.',
    tellAgain: 'After that comes {v}.',
    more: 'Each number is {step} more than the one before.',
  },
  es: {
    asks: [
      '¿Qué número sigue: {list}?',
      'Continúa la serie: {list}.',
      '¿Qué viene después: {list}?',
      '¿Cuál es el número siguiente: {list}?',
    ],
    again: '¿Y después?',
    tell: 'El número siguiente es {v}.',
    tellAgain: 'Después viene {v}.',
    more: 'Cada número es {step} más que el anterior.',
  },
  fr: {
    asks: [
      'Quel nombre vient ensuite : {list} ?',
      'Continue la suite : {list}.',
      'Quel est le nombre suivant : {list} ?',
      "Qu'est-ce qui vient ensuite : {list} ?",
    ],
    again: 'Et après ?',
    tell: 'Le nombre suivant est {v}.',
    tellAgain: 'Après vient {v}.',
    more: 'Chaque nombre vaut {step} de plus que le précédent.',
  },
} as const;

function pattern(scene: Scene): Item {
  const { random, language } = scene;
  const said = patterns[language];
  const step = random.pick([1, 2, 2, 3, 5, 10]);
  const start = step * random.integer(0, 4) + random.integer(0, 1);
  const list = [0, 1, 2, 3].map((i) => start + i * step).join(', ');
  const v = start + 4 * step;
  return {
    task: 'pattern',
    query: fill(wording(scene, said.asks), { list }),
    short: String(v),
    full: fill(said.tell, { v }),
    more: fill(said.more, { step }),
    next: () => ({
      task: 'pattern',
      query: said.again,
      short: String(v + step),
      full: fill(said.tellAgain, { v: v + step }),
    }),
  };
}

export const numberTasks: readonly Task[] = [
  { name: 'neighbour', kind: 'math', weight: 1.5, languages: ['en', 'es', 'fr'], draw: neighbour },
  { name: 'in words', kind: 'math', weight: 1, languages: ['en', 'es', 'fr'], draw: inWords },
  { name: 'sort', kind: 'reasoning', weight: 2, languages: ['en', 'es', 'fr'], draw: sort },
  { name: 'extreme', kind: 'reasoning', weight: 1.5, languages: ['en', 'es', 'fr'], draw: extreme },
  { name: 'pattern', kind: 'math', weight: 1, languages: ['en', 'es', 'fr'], draw: pattern },
];

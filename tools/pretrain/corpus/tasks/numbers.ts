import { wording, type Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { numbers } from '../words/calendar.ts';
import { followTemplates, sortAgain, extremeAsks, extremeAgain, patterns } from './numbers-data.ts';
import type { Item, Task } from './task.ts';

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
    next: () => say(!isBig, extremeAgain[language][isBig ? 1 : 0]),
  };
}

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
  { name: 'neighbour', kind: 'math', weight: 2, languages: ['en', 'es', 'fr'], draw: neighbour },
  { name: 'in words', kind: 'math', weight: 0.5, languages: ['en', 'es', 'fr'], draw: inWords },
  { name: 'sort', kind: 'reasoning', weight: 3, languages: ['en', 'es', 'fr'], draw: sort },
  { name: 'extreme', kind: 'reasoning', weight: 2.5, languages: ['en', 'es', 'fr'], draw: extreme },
  { name: 'pattern', kind: 'math', weight: 2, languages: ['en', 'es', 'fr'], draw: pattern },
];

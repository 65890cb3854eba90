import { allowed, type Scene } from '../scene.ts';
import { capitalise } from '../text.ts';
import type { Item } from '../tasks/task.ts';
import { anyWord, phrase } from '../words/index.ts';
import { nonsense } from '../words/nonsense.ts';
import { closings, openings, vocatives } from './data.ts';

/** How all answers of one document are written: a body of some length, then traits put on in turn. */
export interface Style {
  /** Names of the traits, for rules paragraphs (see `hints`). */
  readonly traits: readonly string[];
  /** The answer's bare text. */
  body(item: Item): string;
  /** Puts the traits on any text. */
  dress(text: string, item: Item): string;
}

type Dress = (text: string, item: Item) => string;

/** A styled answer. */
export const render = (style: Style, item: Item): string => style.dress(style.body(item), item);

const bullets = (item: Item, mark: string): string =>
  (item.parts ?? item.short.split(', '))
    .map((part, i) => `${mark === '1' ? `${i + 1}. ` : mark}${part}`)
    .join('\n');

/** A phrase that opens or closes answers: some of them known, most of random words. */
export function drawPhrase(scene: Scene, where: 'open' | 'close', invented = 0.6): string {
  const { random, language } = scene;
  if (random.chance(invented)) return phrase(scene);
  const known = allowed(scene, 'phrase', (where === 'open' ? openings : closings)[language]);
  const words = `${random.pick(known)}${random.pick(vocatives[language])}`;
  if (random.chance(0.35)) return `${words}.`;
  return language === 'es' ? `¡${words}!` : language === 'fr' ? `${words} !` : `${words}!`;
}

/** Tests that several examples are needed to find out. */
const conditions: readonly ((item: Item) => boolean)[] = [
  (item) => item.query.endsWith('?'),
  (item) => /\d/.test(item.short),
  (item) => item.short.length > 6,
  (item) => item.short.includes(' '),
  (item) => item.query.length > 32,
  (item) => /^[a-m]/i.test(item.short),
];

/** A phrase for every answer, one that varies, or one of two by a condition on the example. */
function phraseTrait(scene: Scene, where: 'open' | 'close'): Dress {
  const { random } = scene;
  const join = random.chance(0.85) ? ' ' : '\n';
  const put = (words: string, text: string): string =>
    words === '' ? text : where === 'open' ? `${words}${join}${text}` : `${text}${join}${words}`;
  const kind = random.next();
  if (kind < 0.08) return (text) => put(drawPhrase(scene, where, 0), text);
  const one = drawPhrase(scene, where);
  if (kind < 0.87) return (text) => put(one, text);
  const other = random.chance(0.4) ? '' : drawPhrase(scene, where);
  const test = random.pick(conditions);
  return (text, item) => put(test(item) ? one : other, text);
}

function wrapTrait(scene: Scene): Dress {
  const { random } = scene;
  const [before, after] = random.pick([
    ['*', '*'],
    ['**', '**'],
    ['_', '_'],
    ['(', ')'],
    ['[', ']'],
    ['"', '"'],
    ['<', '>'],
    ['> ', ''],
    ['~ ', ' ~'],
    [`${nonsense(scene, 1)} `, ''],
    ['', ` ${nonsense(scene, 1)}`],
    [`${capitalise(anyWord(scene))}: `, ''],
    ['= ', ''],
    ['- ', ''],
  ] as const);
  return (text) => `${before}${text}${after}`;
}

function bodyOf(scene: Scene): { name: string; body: (item: Item) => string } {
  const { random } = scene;
  const mark = random.pick(['- ', '* ', '+ ', '1']);
  const dotted = random.chance(0.3);
  const large = random.chance(0.35);
  const terse = (item: Item): string => {
    const text = large ? capitalise(item.short) : item.short;
    return dotted && /[\p{L}\d]$/u.test(text) ? `${text}.` : text;
  };
  return random.weighted([
    [{ name: 'terse', body: terse }, 24],
    [{ name: 'full', body: (item: Item) => item.full }, 42],
    [
      {
        name: 'longer',
        body: (item: Item) => (item.more ? `${item.full} ${item.more}` : item.full),
      },
      14,
    ],
    [{ name: 'list', body: (item: Item) => bullets(item, mark) }, 7],
    [{ name: 'restate', body: (item: Item) => `${item.query} ${item.full}` }, 3],
  ]);
}

/** A style; `traits` sets how many traits besides the length at most (default up to three). */
export function drawStyle(scene: Scene, most = 3): Style {
  const { random } = scene;
  const { name, body } = bodyOf(scene);
  const possible: [string, number, () => Dress][] = [
    ['lower', 0.05, () => (text) => text.toLowerCase()],
    ['upper', 0.05, () => (text) => text.toUpperCase()],
    ['wrap', 0.09, () => wrapTrait(scene)],
    ['open', 0.5, () => phraseTrait(scene, 'open')],
    ['close', 0.5, () => phraseTrait(scene, 'close')],
  ];
  const chosen = possible.filter(([, weight]) => random.chance(weight)).slice(0, most);
  const dresses = chosen.map(([, , make]) => make());
  const polite = chosen.some(([trait]) => trait === 'open' || trait === 'close') ? ['polite'] : [];
  return {
    traits: [name, ...chosen.map(([trait]) => trait), ...polite],
    body,
    dress: (text, item) => dresses.reduce((dressed, dress) => dress(dressed, item), text),
  };
}

/** The clear kinds, for conversations where the format itself changes between turns. */
export function plainStyle(scene: Scene): Style {
  let style = drawStyle(scene, 1);
  while (!['full', 'terse', 'longer'].includes(style.traits[0] as string))
    style = drawStyle(scene, 1);
  return style;
}

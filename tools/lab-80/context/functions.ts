import { Random } from '../../pretrain/corpus/random.ts';
import { table } from '../../pretrain/corpus/words/table.ts';
import type { BenchLanguage, BenchTurn } from '../../../src/scoring/lab-80/schema.ts';
import type { Draft } from '../item.ts';
import { say, type Half, type InLanguages } from '../say.ts';
import { classOf, invented, type Entity } from '../words.ts';
import { factCount, factTexts, tellings } from './facts.ts';
import { textsOf } from './read-texts.ts';

/** What a line of code does to a thing: six deeds for each half. */
const deeds: Record<Half, readonly InLanguages[]> = {
  dev: table<BenchLanguage>(`
en | es | fr
wakes | despierta | réveille
washes | lava | lave
throws | lanza | lance
repairs | repara | répare
copies | copia | copie
breaks | rompe | casse
`),
  test: table<BenchLanguage>(`
en | es | fr
burns | quema | brûle
buys | compra | achète
folds | dobla | plie
weighs | pesa | pèse
lights | ilumina | éclaire
hangs | cuelga | suspend
`),
};
const again: InLanguages = {
  en: 'And a call that {d} {k}, please.',
  es: 'Y una llamada que {d} {k}, por favor.',
  fr: "Et un appel qui {d} {k}, s'il te plaît.",
};

/** An item about the private names of functions: the name follows the deed, what it is given the thing. */
export function functionsItem(half: Half): Draft {
  const random = new Random(`lab-80/${half}/functions`);
  const names = invented(random, factCount);
  const things = random.sample(classOf('object', half), tellings + 2);
  const order = random.shuffle(
    names.flatMap((_, i) => Array.from({ length: tellings }, (__, way) => [i, way] as const)),
  );
  const [first = 0, second = 1] = random.sample(
    names.map((_, i) => i),
    2,
  );
  const call = (i: number, thing: Entity | undefined, l: BenchLanguage): string =>
    `${names[i]}("${thing?.bare[l]}")`;
  const ask = (i: number, thing: Entity | undefined, template: string, l: BenchLanguage): string =>
    say(template, { d: deeds[half][i]?.[l] ?? '', k: thing?.said[l] ?? '' }, l);
  const turn = (
    i: number,
    thing: Entity | undefined,
    template: string,
    l: BenchLanguage,
  ): BenchTurn => ({
    query: ask(i, thing, template, l),
    answer: call(i, thing, l),
    check: { kind: 'words', all: [call(i, thing, l)], none: names.filter((_, j) => j !== i) },
    format: 'code',
  });
  return {
    id: 'context-function',
    category: 'coding',
    part: 'context',
    wording: 'own',
    wordingAgain: 'own',
    evidence: 'facts',
    turns: (l) => [
      turn(first, things[tellings], textsOf(factTexts[l], 'function').asks[tellings] ?? '', l),
      turn(second, things[tellings + 1], again[l], l),
    ],
    demonstrations: (l) =>
      order.map(([i, way]) => {
        // Every function meets every thing once, each time asked in other words.
        const thing = things[(i + way) % tellings];
        const template = textsOf(factTexts[l], 'function').asks[way] ?? '';
        return { query: ask(i, thing, template, l), answer: call(i, thing, l), category: 'coding' };
      }),
  };
}

import type { Random } from '../../pretrain/corpus/random.ts';
import type { BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';
import { benchLanguages } from '../../../src/scoring/lab-80/schema.ts';
import type { Half, InLanguages } from '../say.ts';
import { classOf, invented, type ClassName, type Entity } from '../words.ts';

/** One example of a rule: what the question shows, what the rule makes of it, what it passes over. */
export interface Example {
  shown(language: BenchLanguage): string;
  value: Entity;
  others: readonly Entity[];
}

/** Draws examples of one rule; the rule itself is the same in all of them. */
export type DrawExample = (random: Random) => Example;

const said = (list: readonly Entity[]) => (l: BenchLanguage) =>
  list.map((it) => it.said[l]).join(', ');

/** One member of each class, in any order; the first class is the one that the rule wants. */
function byClass(half: Half, wanted: ClassName, rest: readonly ClassName[]): DrawExample {
  return (random) => {
    const value = random.pick(classOf(wanted, half));
    const others = rest.map((name) => random.pick(classOf(name, half)));
    return { value, others, shown: said(random.shuffle([value, ...others])) };
  };
}

/** Numbers under one of two signs, by whether they are below a bound. */
function threshold(half: Half, random: Random): DrawExample {
  const bound = half === 'dev' ? 50 : 40;
  const [low, high] = random.sample(classOf('label', half), 2) as [Entity, Entity];
  return (draws) => {
    const n = draws.chance(0.5) ? draws.integer(11, bound - 1) : draws.integer(bound + 1, 95);
    const [value, other] = n < bound ? [low, high] : [high, low];
    return { value, others: [other], shown: () => String(n) };
  };
}

const fields: readonly { name: InLanguages; kind: ClassName }[] = [
  { name: { en: 'name', es: 'nombre', fr: 'nom' }, kind: 'person' },
  { name: { en: 'age', es: 'edad', fr: 'âge' }, kind: 'number' },
  { name: { en: 'land', es: 'país', fr: 'pays' }, kind: 'country' },
  { name: { en: 'animal', es: 'animal', fr: 'animal' }, kind: 'animal' },
  { name: { en: 'colour', es: 'color', fr: 'couleur' }, kind: 'colour' },
];
const bare = ({ bare }: Entity): Entity => ({ bare, said: bare });

/** Cards with three fields, of which the rule wants always the same. */
function field(half: Half): DrawExample {
  const wanted = half === 'dev' ? 'country' : 'animal';
  return (random) => {
    const right = fields.filter(({ kind }) => kind === wanted);
    const left = random.sample(
      fields.filter(({ kind }) => kind !== wanted),
      2,
    );
    const card = random.shuffle([...right, ...left]).map((it) => ({
      ...it,
      value: bare(random.pick(classOf(it.kind, half))),
    }));
    const value = card.find(({ kind }) => kind === wanted)?.value as Entity;
    return {
      value,
      others: card.filter((it) => it.value !== value).map((it) => it.value),
      shown: (l) => card.map((it) => `${it.name[l]} ${it.value.said[l]}`).join(', '),
    };
  };
}

/** Three numbers, of which the rule wants the largest (dev) or the smallest (test). */
const size =
  (half: Half): DrawExample =>
  (random) => {
    const numbers = random.sample(classOf('number', half), 3);
    const sorted = [...numbers].sort((a, b) => Number(a.bare.en) - Number(b.bare.en));
    const value = sorted[half === 'dev' ? 2 : 0] as Entity;
    return { value, others: numbers.filter((it) => it !== value), shown: said(numbers) };
  };

/** Three words, of which the rule wants the longest (dev) or the shortest (test), alike in every language. */
const length =
  (half: Half): DrawExample =>
  (random) => {
    const pool = [...classOf('object', half), ...classOf('animal', half), ...classOf('food', half)];
    for (;;) {
      const list = random.sample(pool, 3).map(bare);
      const best = (l: BenchLanguage): Entity | undefined => {
        const sign = half === 'dev' ? 1 : -1;
        const sizes = list.map((it) => sign * it.bare[l].length);
        const most = Math.max(...sizes);
        return sizes.filter((it) => it === most).length === 1
          ? list[sizes.indexOf(most)]
          : undefined;
      };
      const [value, ...rest] = benchLanguages.map(best);
      if (value && rest.every((it) => it === value))
        return { value, others: list.filter((it) => it !== value), shown: said(list) };
    }
  };

/** Three words given to a function, of which it returns the second (dev) or the third (test). */
function place(half: Half, random: Random): DrawExample {
  const [name = ''] = invented(random, 1);
  return (draws) => {
    const given = draws.sample(classOf('label', half), 3);
    const value = given[half === 'dev' ? 1 : 2] as Entity;
    return {
      value,
      others: given.filter((it) => it !== value),
      shown: (l) => `${name}(${said(given)(l)})`,
    };
  };
}

/** Two people, of whom the younger (dev) or the older (test) begins. */
const turn =
  (half: Half): DrawExample =>
  (random) => {
    const [a, b] = random.sample(classOf('person', half), 2) as [Entity, Entity];
    const [m, n] = random.sample(classOf('number', half), 2).map((it) => Number(it.bare.en));
    const first = (m ?? 0) < (n ?? 0) === (half === 'dev') ? a : b;
    return {
      value: first,
      others: [first === a ? b : a],
      shown: (l) =>
        ({
          en: `${a.said.en} is ${m}, ${b.said.en} is ${n}`,
          es: `${a.said.es} tiene ${m} años, ${b.said.es} tiene ${n}`,
          fr: `${a.said.fr} a ${m} ans, ${b.said.fr} a ${n}`,
        })[l],
    };
  };

/** Every rule's examples, by the ids of `ruleTexts`. */
export const ruleDraws: Record<string, (half: Half, random: Random) => DrawExample> = {
  kind: (half) =>
    half === 'dev'
      ? byClass(half, 'animal', ['food', 'object'])
      : byClass(half, 'food', ['animal', 'object']),
  threshold,
  field,
  size,
  length,
  map: (half) =>
    half === 'dev'
      ? byClass(half, 'country', ['person', 'month'])
      : byClass(half, 'colour', ['person', 'month']),
  place,
  turn,
};

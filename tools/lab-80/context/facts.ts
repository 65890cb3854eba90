import { Random } from '../../pretrain/corpus/random.ts';
import type { BenchLanguage, BenchTurn } from '../../../src/scoring/lab-80/schema.ts';
import { again, changed, wordingAgain, type Manner } from '../forms.ts';
import type { Draft } from '../item.ts';
import { say, type Half, type InLanguages } from '../say.ts';
import { classOf, creature, invented, land, type Entity } from '../words.ts';
import { readTexts, textsOf } from './read-texts.ts';
import { factsEnglish } from './texts/facts-english.ts';
import { factsFrench } from './texts/facts-french.ts';
import { factsSpanish } from './texts/facts-spanish.ts';
import type { FactTheme } from './themes.ts';

/** How many facts an item tells, and how often each. */
export const factCount = 6;
export const tellings = 4;

/** The texts of all themes of facts. */
export const factTexts: InLanguages<ReturnType<typeof readTexts>> = {
  en: readTexts(factsEnglish),
  es: readTexts(factsSpanish),
  fr: readTexts(factsFrench),
};

/** Different entities of the keys' and of the values' class, none in both. */
function draw(theme: FactTheme, half: Half, random: Random): { keys: Entity[]; values: Entity[] } {
  const made = invented(random, 2 * factCount);
  const used = new Set<string>();
  const some = (kind: FactTheme['keys'], from: number): Entity[] => {
    if (kind === 'creature') return made.slice(from, from + factCount).map(creature);
    if (kind === 'land') return made.slice(from, from + factCount).map(land);
    const free = classOf(kind, half).filter(({ bare }) => !used.has(bare.en));
    const drawn = random.sample(free, factCount);
    for (const { bare } of drawn) used.add(bare.en);
    return drawn;
  };
  return { keys: some(theme.keys, 0), values: some(theme.values, factCount) };
}

/** An item about invented facts: each is told four times in other words, in an order that means nothing. */
export function factsItem(theme: FactTheme, half: Half, manner: Manner): Draft {
  const random = new Random(`lab-80/${half}/facts/${theme.id}`);
  const { keys, values } = draw(theme, half, random);
  const order = random.shuffle(
    keys.flatMap((_, i) => Array.from({ length: tellings }, (__, way) => [i, way] as const)),
  );
  const [first = 0, second = 1] = random.sample(
    keys.map((_, i) => i),
    2,
  );
  const way = theme.own ? tellings : random.integer(0, tellings - 1);

  const pair = (i: number, template: string, l: BenchLanguage): string =>
    say(template, { k: keys[i]?.said[l] ?? '', v: values[i]?.said[l] ?? '' }, l);
  const turn = (i: number, ask: string, l: BenchLanguage): BenchTurn => ({
    query: pair(i, ask, l),
    answer: pair(i, textsOf(factTexts[l], theme.id).tells[0] ?? '', l),
    check: {
      kind: 'words',
      all: [values[i]?.bare[l] ?? ''],
      none: values.filter((_, j) => j !== i).map(({ bare }) => bare[l]),
    },
    format: 'sentence',
  });
  return {
    id: `context-${theme.id}`,
    category: theme.category,
    part: 'context',
    wording: theme.own ? 'own' : 'shown',
    wordingAgain: wordingAgain(theme.second, manner),
    evidence: 'facts',
    turns(l) {
      const one = turn(first, textsOf(factTexts[l], theme.id).asks[way] ?? '', l);
      if (theme.second === 'another') return [one, turn(second, again(manner, half, l), l)];
      const material = { short: values[first]?.said[l] ?? '' };
      return [one, changed(theme.second, { manner, half }, one, material, l)];
    },
    demonstrations(l) {
      const { asks, tells } = textsOf(factTexts[l], theme.id);
      return order.map(([i, told]) => ({
        query: pair(i, asks[told] ?? '', l),
        answer: pair(i, tells[told % tells.length] ?? '', l),
        category: theme.category,
      }));
    },
  };
}

import { Random } from '../../pretrain/corpus/random.ts';
import type { BenchLanguage, BenchTurn } from '../../../src/scoring/lab-80/schema.ts';
import { again, changed, wordingAgain, type Manner } from '../forms.ts';
import type { Draft } from '../item.ts';
import { say, type Half, type InLanguages } from '../say.ts';
import { classOf, invented, plainEntity, wholeClass, type Entity } from '../words.ts';
import { readTexts, textsOf } from './read-texts.ts';
import { labelsEnglish } from './texts/labels-english.ts';
import { labelsFrench } from './texts/labels-french.ts';
import { labelsSpanish } from './texts/labels-spanish.ts';
import type { LabelTheme } from './themes.ts';

/** How many members of each class the demonstrations name. */
const shown = 8;

/** The texts of all themes of labels. */
export const labelTexts: InLanguages<ReturnType<typeof readTexts>> = {
  en: readTexts(labelsEnglish),
  es: readTexts(labelsSpanish),
  fr: readTexts(labelsFrench),
};

/** An item about labels of three known classes, asked about members that no demonstration names. */
export function labelsItem(theme: LabelTheme, half: Half, manner: Manner): Draft {
  const random = new Random(`lab-80/${half}/labels/${theme.id}`);
  const classes = theme.classes[half];
  const labels: Entity[] =
    theme.labels === 'plain'
      ? random.sample(classOf('label', half), classes.length)
      : invented(random, classes.length).map(plainEntity);
  const asked = classes.map((name) => random.pick(classOf(name, half)));
  const members = classes.map((name, i) =>
    random.sample(
      wholeClass(name).filter((it) => it.bare.en !== asked[i]?.bare.en),
      shown,
    ),
  );
  const ways = textsOf(labelTexts.en, theme.id).asks.length - 1;
  const order = random.shuffle(
    members.flatMap((list, i) =>
      list.map((member, at) => [member, labels[i], (at + i) % ways] as const),
    ),
  );
  const [first = 0, second = 1] = random.sample([0, 1, 2], 2);
  const way = theme.own ? ways : random.integer(0, ways - 1);

  const put = (
    template: string,
    key: Entity | undefined,
    label: Entity | undefined,
    l: BenchLanguage,
  ) => say(template, { k: key?.said[l] ?? '', v: label?.said[l] ?? '' }, l);
  const turn = (i: number, ask: string, l: BenchLanguage): BenchTurn => ({
    query: put(ask, asked[i], labels[i], l),
    answer: put(textsOf(labelTexts[l], theme.id).tells[0] ?? '', asked[i], labels[i], l),
    check: {
      kind: 'words',
      all: [labels[i]?.bare[l] ?? ''],
      none: labels.filter((_, j) => j !== i).map(({ bare }) => bare[l]),
    },
    format: 'sentence',
  });
  return {
    id: `context-${theme.id}`,
    category: theme.category,
    part: 'context',
    wording: theme.own ? 'own' : 'shown',
    wordingAgain: wordingAgain(theme.second, manner),
    evidence: 'labels',
    turns(l) {
      const one = turn(first, textsOf(labelTexts[l], theme.id).asks[way] ?? '', l);
      if (theme.second === 'another') return [one, turn(second, again(manner, half, l), l)];
      const material = { short: labels[first]?.said[l] ?? '' };
      return [one, changed(theme.second, { manner, half }, one, material, l)];
    },
    demonstrations: (l) =>
      order.map(([member, label, told]) => {
        const { asks, tells } = textsOf(labelTexts[l], theme.id);
        return {
          query: put(asks[told] ?? '', member, label, l),
          answer: put(tells[0] ?? '', member, label, l),
          category: theme.category,
        };
      }),
  };
}

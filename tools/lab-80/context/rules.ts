import { Random } from '../../pretrain/corpus/random.ts';
import type { BenchLanguage, BenchTurn } from '../../../src/scoring/lab-80/schema.ts';
import { changed, type Form } from '../forms.ts';
import type { Draft } from '../item.ts';
import { say, type Half } from '../say.ts';
import { ruleDraws, type Example } from './rule-draws.ts';
import { ruleTexts } from './rule-texts.ts';

/** How many examples show a rule. */
const shown = 26;

/** The second turn of each rule: another example, or the first answer in another form. */
const seconds: Record<string, 'another' | Form> = {
  kind: 'another',
  threshold: 'another',
  field: 'capitals',
  size: 'another',
  length: 'capitals',
  map: 'short',
  place: 'another',
  turn: 'small letters',
};

/** Different examples, each shown in words of its own. */
function distinct(count: number, draw: () => Example): Example[] {
  const drawn = new Map<string, Example>();
  while (drawn.size < count) {
    const example = draw();
    drawn.set(example.shown('en'), example);
  }
  return [...drawn.values()];
}

/** An item about a rule that only several of its demonstrations pin down. */
export function ruleItem(id: string, half: Half): Draft {
  const random = new Random(`lab-80/${half}/rule/${id}`);
  const rule = ruleTexts[id];
  const draw = ruleDraws[id]?.(half, random);
  const second = seconds[id];
  if (!rule || !draw || !second) throw new Error(`No rule "${id}"`);
  const [first, ...rest] = distinct(shown + 2, () => draw(random)) as [Example, ...Example[]];
  const other = rest.find(({ value }) => value.bare.en !== first.value.bare.en) ?? first;
  const demonstrated = rest.filter((it) => it !== other);
  const wording = random.pick([0, 1] as const);
  const own = random.chance(0.5);

  const put = (template: string, { shown: show, value }: Example, l: BenchLanguage): string =>
    say(template, { q: show(l), v: value.said[l] }, l);
  const turn = (example: Example, ask: string, l: BenchLanguage): BenchTurn => ({
    query: put(ask, example, l),
    answer: put(rule.texts[l].tell, example, l),
    check: {
      kind: 'words',
      all: [example.value.bare[l]],
      none: example.others.map(({ bare }) => bare[l]),
    },
    format: 'sentence',
  });
  return {
    id: `context-${id}`,
    category: rule.category,
    part: 'context',
    evidence: 'rule',
    turns(l) {
      const { asks, again } = rule.texts[l];
      const one = turn(first, (own ? asks.at(-1) : asks[0]) ?? '', l);
      if (second === 'another') return [one, turn(other, again, l)];
      return [one, changed(second, wording, one, { short: first.value.said[l] }, l)];
    },
    demonstrations: (l) =>
      demonstrated.map((example, i) => {
        const { asks, tell } = rule.texts[l];
        return {
          query: put(asks[i % (asks.length - 1)] ?? '', example, l),
          answer: put(tell, example, l),
          category: rule.category,
        };
      }),
  };
}

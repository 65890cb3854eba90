import { Random } from '../../pretrain/corpus/random.ts';
import type { BenchLanguage, BenchTurn } from '../../../src/scoring/lab-80/schema.ts';
import { changed, wordingAgain, type Manner, type Second } from '../forms.ts';
import type { Draft } from '../item.ts';
import { say, type Half } from '../say.ts';
import { ruleDraws, type Example } from './rule-draws.ts';
import { ruleTexts } from './rule-texts.ts';

/** How many examples show a rule. */
const shown = 26;

/** Each rule's second turn, and whether the first asks in words that no demonstration has. */
const plans: Record<string, { second: Second; manner: Manner; own: boolean }> = {
  kind: { second: 'another', manner: 'near', own: false },
  threshold: { second: 'another', manner: 'near', own: true },
  field: { second: 'capitals', manner: 'near', own: false },
  size: { second: 'another', manner: 'own', own: true },
  length: { second: 'capitals', manner: 'own', own: false },
  map: { second: 'short', manner: 'near', own: true },
  place: { second: 'another', manner: 'own', own: true },
  turn: { second: 'small letters', manner: 'own', own: false },
};

/** An example that is fit. */
function drawFit(draw: () => Example, isFit: (it: Example) => boolean): Example {
  for (;;) {
    const example = draw();
    if (isFit(example)) return example;
  }
}

/** Whether what the rule answers is one of the things that the question shows; a sign is not. */
const isPick = ({ shown: show, value }: Example): boolean => show('en').includes(value.said.en);

/** All that a question shows, the answer among it. */
const candidates = ({ value, others }: Example): string[] =>
  [value, ...others].map(({ bare }) => bare.en);

/** An item about a rule that only several of its demonstrations pin down. */
export function ruleItem(id: string, half: Half): Draft {
  const random = new Random(`lab-80/${half}/rule/${id}`);
  const rule = ruleTexts[id];
  const draw = ruleDraws[id]?.(half, random);
  const plan = plans[id];
  if (!rule || !draw || !plan) throw new Error(`No rule "${id}"`);
  const { second, manner, own } = plan;
  const first = draw(random);
  const other = drawFit(
    () => draw(random),
    ({ value }) => value.bare.en !== first.value.bare.en,
  );
  const asked = [first, other];
  const named = new Set(asked.flatMap(candidates));
  // Where the answer is picked from what is shown, no demonstration is answered with anything that the
  // turns show: copying the answer of the nearest one gets nothing.
  const isApart = (it: Example): boolean =>
    isPick(it)
      ? !named.has(it.value.bare.en)
      : asked.every((turn) => turn.shown('en') !== it.shown('en'));
  const demonstrated = new Map<string, Example>();
  while (demonstrated.size < shown) {
    const example = drawFit(() => draw(random), isApart);
    demonstrated.set(example.shown('en'), example);
  }

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
    wording: own ? 'own' : 'shown',
    wordingAgain: wordingAgain(second, manner),
    evidence: 'rule',
    turns(l) {
      const { asks, again } = rule.texts[l];
      const one = turn(first, (own ? asks.at(-1) : asks[0]) ?? '', l);
      if (second === 'another') return [one, turn(other, again, l)];
      return [one, changed(second, { manner, half }, one, { short: first.value.said[l] }, l)];
    },
    demonstrations: (l) =>
      [...demonstrated.values()].map((example, i) => {
        const { asks, tell } = rule.texts[l];
        return {
          query: put(asks[i % (asks.length - 1)] ?? '', example, l),
          answer: put(tell, example, l),
          category: rule.category,
        };
      }),
  };
}

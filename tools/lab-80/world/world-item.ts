import { fill } from '../../pretrain/corpus/text.ts';
import type {
  BenchLanguage,
  BenchTurn,
  Check,
  Format,
} from '../../../src/scoring/lab-80/schema.ts';
import { again as andWhat, changed, wordingAgain, type Manner, type Second } from '../forms.ts';
import type { Category, Draft } from '../item.ts';
import { halves, say, type Half, type InLanguages } from '../say.ts';

/** One fact or task in a language: what fills the templates, and what makes an answer right. */
export interface Told {
  slots: Readonly<Record<string, string | number>>;
  check: Check;
  /** The bare answer, for turns that ask for it alone. */
  short: string;
  /** The members, for turns that ask for a list. */
  parts?: readonly string[];
}
export type Tell = (language: BenchLanguage) => Told;

/** How dev and test ask in words of the bench's own. */
export type OwnWords = InLanguages<readonly [dev: string, test: string]>;

/** The wording of a first turn that the corpus holds out of one of its tasks. */
export interface HeldOut {
  /** The corpus's task. */
  task: string;
  wording: InLanguages;
  /** What stands before the wording: a text to read. */
  before?: OwnWords;
}

/** An item of world knowledge or skill in both halves of the bench. */
export interface WorldSpec {
  id: string;
  category: Category;
  ask: OwnWords | HeldOut;
  tell: InLanguages;
  /** The second turn: the same of something else, or the first answer in another form. */
  second: Second;
  /** Whether the second turn asks as the corpus does, or in words of its own. */
  manner: Manner;
  /** How the second turn asks and tells "the same of something else", where `again` of forms.ts does not fit. */
  again?: InLanguages;
  tellAgain?: InLanguages;
  /** The form of both turns, where the task itself asks for one. */
  format?: Format;
  /** The form of the second turn, where it asks for yet another. */
  formatAgain?: Format;
  facts: Record<Half, readonly [Tell] | readonly [Tell, Tell]>;
}

/** A check for whole words. */
export const words = (all: readonly string[], none: readonly string[] = []): Check => ({
  kind: 'words',
  all: [...all],
  none: none.filter((it) => !all.some((right) => right.split('|').includes(it))),
});

/** Whether a first turn has a wording that the corpus holds out. */
export const isHeldOut = (ask: WorldSpec['ask']): ask is HeldOut => 'task' in ask;

function firstAsk(ask: WorldSpec['ask'], l: BenchLanguage, way: 0 | 1): string {
  if (!isHeldOut(ask)) return ask[l][way];
  return ask.before ? `${ask.before[l][way]} ${ask.wording[l]}` : ask.wording[l];
}

/** A world item of one half. */
export function worldItem(spec: WorldSpec, half: Half): Draft {
  const [first, other] = spec.facts[half];
  const way = halves.indexOf(half) as 0 | 1;
  const turn = (
    tell: Tell,
    [ask, answer]: readonly [string, string],
    format: Format = 'sentence',
    l: BenchLanguage,
  ): BenchTurn => {
    const { slots, check } = tell(l);
    // A line of code and a word to copy keep their letters; a sentence begins with a large one.
    const said = format === 'sentence' ? say(answer, slots, l) : fill(answer, slots);
    return { query: say(ask, slots, l), answer: said, check, format };
  };
  return {
    id: `world-${spec.id}`,
    category: spec.category,
    part: 'world',
    wording: isHeldOut(spec.ask) ? 'held-out' : 'own',
    wordingAgain: wordingAgain(spec.second, spec.manner),
    turns(l) {
      const one = turn(first, [firstAsk(spec.ask, l, way), spec.tell[l]], spec.format, l);
      if (spec.second !== 'another')
        return [one, changed(spec.second, { manner: spec.manner, half }, one, first(l), l)];
      if (!other) throw new Error(`World item "${spec.id}" has no second fact`);
      const ask = spec.again?.[l] ?? andWhat(spec.manner, half, l);
      const answer = (spec.tellAgain ?? spec.tell)[l];
      return [one, turn(other, [ask, answer], spec.formatAgain ?? spec.format, l)];
    },
  };
}

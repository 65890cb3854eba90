import { wordsWithPlaces } from '../lab-80/words.ts';
import { clean, type Finding } from './finding.ts';
import { stretchAtEnd, stretchOver, type Bounds, type Stretch } from './stretch.ts';

/** What counts as a loop; the README of src/scoring explains the numbers. */
export const loopLimits = {
  words: { longestPeriod: 300, least: 10 } satisfies Bounds,
  characters: { longestPeriod: 200, least: 30 } satisfies Bounds,
  /** A stretch at the end is a loop from this share of the answer on, or from this many characters on. */
  shareAtEnd: 0.2,
  charactersAtEnd: 300,
  /** A stretch that the answer left again is a loop from this share on. */
  shareWithin: 0.5,
} as const;

/** Words come first, and read better as a unit: characters must cover more than this share beyond them. */
const preference = 0.05;

/** A view of a text as things to compare, and where each begins and ends in it. */
interface View {
  readonly things: ArrayLike<number>;
  readonly bounds: Bounds;
  /** The thing over the middle of the text, or the last before it. */
  readonly middle: number;
  startOf(i: number): number;
  endOf(i: number): number;
}

/** Words without letter case, marks and the marks of lists: "1. yes 2. yes" repeats itself. */
function wordView(text: string): View {
  const unmarked = text.replace(/^[ \t]*(?:[-*+•]|\d{1,4}[.)])[ \t]/gmu, (it) =>
    ' '.repeat(it.length),
  );
  const words = wordsWithPlaces(unmarked);
  const numbers = new Map<string, number>();
  const things = words.map(({ lower }) => {
    const number = numbers.get(lower) ?? numbers.size;
    numbers.set(lower, number);
    return number;
  });
  return {
    things,
    bounds: loopLimits.words,
    middle: words.findLastIndex(({ start }) => start <= text.length / 2),
    startOf: (i) => words[i]?.start ?? 0,
    endOf: (i) => words[i]?.end ?? 0,
  };
}

/** Characters as they are: "!!!!", "hahaha", and languages without spaces. */
const characterView = (text: string): View => ({
  things: Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  bounds: loopLimits.characters,
  middle: Math.floor(text.length / 2),
  startOf: (i) => i,
  endOf: (i) => i + 1,
});

/** The text without what closes it: white space and the layout's fence; unless that is the loop. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s`]/u.test(text[end - 1] ?? '')) end--;
  return text.length - end >= loopLimits.charactersAtEnd ? text : text.slice(0, end);
}

const shorten = (unit: string): string => (unit.length > 60 ? `${unit.slice(0, 60)}…` : unit);

function judge(
  text: string,
  view: View,
  { start, end, period }: Stretch,
  isAtEnd: boolean,
): Finding {
  const [from, to] = [view.startOf(start), view.endOf(end - 1)];
  const share = (to - from) / text.length;
  const flag = isAtEnd
    ? share >= loopLimits.shareAtEnd || to - from >= loopLimits.charactersAtEnd
    : share >= loopLimits.shareWithin;
  const unit = shorten(text.slice(from, view.endOf(start + period - 1)).trim());
  const times = Math.floor((end - start) / period);
  return {
    flag,
    share,
    evidence: [{ start: from, end: to, what: `“${unit}” ${times} times in a row` }],
  };
}

/**
 * Whether a text ends in a loop, or largely is one: a unit of 1 to 300 words or 1 to 200 characters, three
 * times or more in a row without a gap (the infinite loops of arXiv 2503.01611). `share` is the longest such
 * stretch's share of the characters; one too short to be flagged is told all the same.
 * Takes a few hundred steps per character at worst; never throws.
 */
export function findLoop(text: string): Finding {
  const body = withoutClosing(text);
  let best = clean;
  for (const view of [wordView(body), characterView(body)]) {
    const found = [
      { stretch: stretchAtEnd(view.things, view.bounds), isAtEnd: true },
      // One that covers more than half of the text lies over its middle: no other place is looked at.
      { stretch: stretchOver(view.things, view.middle, view.bounds), isAtEnd: false },
    ];
    for (const { stretch, isAtEnd } of found) {
      const finding = stretch && judge(body, view, stretch, isAtEnd);
      if (!finding) continue;
      const isMore =
        finding.flag === best.flag ? finding.share > best.share + preference : finding.flag;
      if (isMore) best = finding;
    }
  }
  return best;
}

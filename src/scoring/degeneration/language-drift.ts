import { findCode } from './code.ts';
import type { Evidence, Finding } from './finding.ts';
import { languagePoints, leastWords, wordCount, type LanguagePoints } from './language.ts';
import { profiles } from './language-profiles.ts';

/** Points per word from which on a passage that speaks loudest for the wanted language is taken for it. */
const leastForWanted = 0.08;
/**
 * For another language a passage must speak more clearly: by points per word, by how many times more than
 * for the wanted one, and by points in all (about one function word).
 */
const leastForOther = { perWord: 0.15, times: 1.5, ahead: 1 };
/** The answer has drifted from this share of its words on, of those whose language is known. */
const shareOfDrift = 0.5;
/** Sentences are joined up to this many words: single short ones are hard to tell. */
const wordsOfPassage = 8;

/** Languages that can be wanted. */
export const knownLanguages: readonly string[] = Object.keys(profiles);

type Verdict = 'wanted' | 'unknown' | { readonly other: string };

function verdictOn({ words, points }: LanguagePoints, wanted: string): Verdict {
  const forWanted = points.get(wanted) ?? 0;
  let other = '';
  let most = 0;
  for (const [language, value] of points)
    if (language !== wanted && value > most) [other, most] = [language, value];
  if (forWanted > most) return forWanted >= leastForWanted ? 'wanted' : 'unknown';
  const isOther =
    most >= leastForOther.perWord &&
    most >= leastForOther.times * forWanted &&
    (most - forWanted) * words >= leastForOther.ahead;
  return isOther ? { other } : 'unknown';
}

/** A text with its lines of code blanked: keywords are English in any language. */
function withoutCode(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of findCode(text).evidence) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly verdict: Verdict;
}

/** Sentences and lines, joined until each passage has words enough; a short rest joins the last. */
function passagesOf(text: string, wanted: string): Passage[] {
  const passages: Passage[] = [];
  const add = (start: number, end: number): void => {
    const points = languagePoints(text.slice(start, end));
    passages.push({ start, end, words: points.words, verdict: verdictOn(points, wanted) });
  };
  let [start, read, words] = [0, 0, 0];
  for (const { index, 0: mark } of text.matchAll(/[.!?…](?=\s)|\n|[。！？]/gu)) {
    const cut = index + mark.length;
    words += wordCount(text.slice(read, cut));
    read = cut;
    if (words < wordsOfPassage) continue;
    add(start, cut);
    [start, words] = [cut, 0];
  }
  words += wordCount(text.slice(read));
  if (words >= wordsOfPassage) add(start, text.length);
  else if (words > 0) add(passages.pop()?.start ?? 0, text.length);
  return passages;
}

/**
 * Whether an answer is in another language than the wanted one: whether passages in other languages have
 * half of the words or more, of those that can be told. `share` is that share. Lines of code do not count.
 * @param wanted ISO 639-1 code of `knownLanguages`
 * @returns an error where it cannot be told: too few words, none that speak for a language, or a wanted
 *   language without a profile
 */
export function languageDrift(text: string, wanted: string): Finding | { readonly error: string } {
  if (!knownLanguages.includes(wanted))
    return {
      error: `The language “${wanted}” cannot be told; known are ${knownLanguages.join(', ')}.`,
    };
  const prose = withoutCode(text);
  const passages = passagesOf(prose, wanted);
  const all = passages.reduce((sum, { words }) => sum + words, 0);
  if (all < leastWords) return { error: 'The answer is too short to tell its language.' };
  let [known, drifted] = [0, 0];
  const evidence: Evidence[] = [];
  for (const { start, end, words, verdict } of passages) {
    if (verdict === 'unknown') continue;
    known += words;
    if (verdict === 'wanted') continue;
    drifted += words;
    evidence.push({ start, end, what: `reads like “${verdict.other}”, not “${wanted}”` });
  }
  if (known === 0) return { error: 'No words in the answer tell its language.' };
  const share = drifted / known;
  return { flag: share >= shareOfDrift, share, evidence };
}

import { sentences, type SentenceStyle } from '../sentences.ts';
import { pieces, words } from '../text.ts';
import type { Measures } from '../types/length.ts';

/** A list of words, parted by white space. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Whether a paragraph's first word, up to its first punctuation mark, is a word. */
function begins(paragraph: string, word: string): boolean {
  const first = (pieces(paragraph)[0] ?? '').replace(/^'+/, '').replace(/^"+/, '');
  return (/^[^.,?!'"]*/.exec(first)?.[0] ?? '').toLowerCase() === word;
}

/** How English and French texts are counted. */
export const commonMeasures = (style: SentenceStyle): Measures => ({
  sentences: (text) => sentences(text, style),
  words: (text) => words(text).length,
  begins,
});

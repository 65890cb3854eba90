import { pieces } from './text.ts';

/** What a language's sentences are told apart by; all in small letters. */
export interface SentenceStyle {
  /** Without their last full stop. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that often begin a sentence, and are no names. */
  readonly starters: ReadonlySet<string>;
}

/** What may stand directly behind the mark that ends a sentence, and what parts a word from another. */
const parting = ')";}]*:@\'({[!?';
/** Quotes and brackets that still belong to the sentence that they close. */
const closing = /^["')\]}]*$/;

/** Where in a word its last mark stands that has the word's end or a parting character behind it; else -1. */
function lastMark(word: string): number {
  for (let at = word.length - 1; at >= 0; at--)
    if ('.!?'.includes(word.charAt(at)))
      if (at === word.length - 1 || parting.includes(word.charAt(at + 1))) return at;
  return -1;
}

/** The part of a word that a mark at its end belongs to. */
function stemOf(word: string): string {
  let from = word.length;
  while (from > 0 && !parting.includes(word.charAt(from - 1))) from--;
  return word.slice(from, -1);
}

/** Whether a word up to its mark ends a sentence; `next` is what stands behind the mark. */
function ends(word: string, next: string, { abbreviations, starters }: SentenceStyle): boolean {
  if (/[!?]/.test(word)) return true;
  const stem = stemOf(word).toLowerCase();
  const low = /^\p{Ll}/u.test(next);
  const begins =
    /^\p{Lu}/u.test(next) && starters.has((/^\p{L}+/u.exec(next)?.[0] ?? '').toLowerCase());
  if (stem.endsWith('.')) return begins; // an ellipsis
  if (/^\p{Nd}+$/u.test(stem)) return !low;
  const letter = /^\p{L}$/u.test(stem);
  if (letter) return !abbreviations.has(stem) && (begins || !/^\p{L}/u.test(next));
  const short = abbreviations.has(stem) || abbreviations.has(stem.slice(stem.lastIndexOf('-') + 1));
  return !short || begins;
}

/**
 * How many sentences a text has, after the idea of Punkt (Kiss and Strunk, Computational Linguistics 32, 2006),
 * whose trained models the reference implementation uses: every "!" and "?" ends a sentence, and every full stop
 * does that belongs to no abbreviation, initial, ellipsis or number that something goes on behind. New lines end
 * nothing. We have lists of words in the place of a model.
 */
export function sentences(text: string, style: SentenceStyle): number {
  const words = pieces(text);
  let count = 0;
  let open = false;
  words.forEach((word, i) => {
    open = true;
    const at = lastMark(word);
    const tail = word.slice(at + 1);
    const next = tail === '' ? words[i + 1] : tail;
    if (at < 0 || next === undefined || !ends(word.slice(0, at + 1), next, style)) return;
    count++;
    open = !closing.test(tail);
  });
  return open ? count + 1 : count;
}

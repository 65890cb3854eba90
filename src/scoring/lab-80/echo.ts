import { wordsWithPlaces, type PlacedWord } from './words.ts';

/** Fewer words than this are no echo: "a lion" may be the answer. */
const leastWords = 3;

/** What of a query asks: all of it, its lines, and the questions in them. */
function askingParts(query: string): string[] {
  const lines = query.split('\n');
  return [query, ...lines, ...lines.flatMap((line) => line.match(/[^.!?]+\?/gu) ?? [])];
}

/** How many words of `part` stand in `words` from `at` on, in order and without a gap. */
function sharedFrom(words: readonly PlacedWord[], at: number, part: readonly PlacedWord[]): number {
  let shared = 0;
  while (shared < part.length && words[at + shared]?.lower === part[shared]?.lower) shared++;
  return shared;
}

/** A text without some of its words and the marks after them. */
function cut(text: string, from: PlacedWord, to: PlacedWord): string {
  const before = text.slice(0, from.start).replace(/[¡¿\s]+$/u, '');
  return `${before} ${text.slice(to.end).replace(/^[\s.!?,:;]+/u, '')}`.trim();
}

/**
 * A text without what it only repeats of the query: the whole of it, a line, a question in it, or the
 * beginning of one. Queries of one sentence are cut wherever the copy breaks off ("Which is bigger, a lion"),
 * longer ones only whole, since a sentence of the text to read may be the answer.
 */
export function withoutEcho(text: string, query: string): string {
  let rest = text;
  for (const asked of askingParts(query)) {
    const part = wordsWithPlaces(asked);
    if (part.length < leastWords) continue;
    const isOneSentence = !/[.!?]\s+\S/u.test(asked.trim());
    for (let at = 0, words = wordsWithPlaces(rest); at < words.length; at++) {
      const shared = sharedFrom(words, at, part);
      const isWhole = shared === part.length;
      const isBegun = isOneSentence && at === 0 && shared >= leastWords;
      if (!isWhole && !isBegun) continue;
      rest = cut(rest, words[at] as PlacedWord, words[at + shared - 1] as PlacedWord);
      words = wordsWithPlaces(rest);
      at--;
    }
  }
  return rest;
}

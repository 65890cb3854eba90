import { escapePattern, wordsOf } from './words.ts';

/** Fewer words than this are no echo: "a lion" may be the answer. */
const leastWords = 3;

/** Words in this order, whatever stands between them but letters and digits. */
const inOrder = (words: readonly string[]): string =>
  words.map(escapePattern).join('[^\\p{L}\\p{N}]+');

/** What of a query asks: its lines, and the questions in them. */
function askingParts(query: string): string[] {
  return query
    .split('\n')
    .flatMap((line) => [line, ...(line.match(/[^.!?]+\?/gu) ?? [])])
    .concat(query);
}

/**
 * A text without what it only repeats of the query: the whole of it, a line, a question in it, or the
 * beginning of one. Queries of one sentence are cut wherever the copy breaks off ("Which is bigger, a lion"),
 * longer ones only whole, since a sentence of the text to read may be the answer.
 */
export function withoutEcho(text: string, query: string): string {
  let rest = text;
  for (const part of askingParts(query)) {
    const words = wordsOf(part);
    if (words.length < leastWords) continue;
    const asks = part.trim().endsWith('?') || wordsOf(query).length === words.length;
    const oneSentence = !/[.!?]\s+\S/u.test(part.trim());
    rest = rest.replace(new RegExp(`[¡¿]?${inOrder(words)}[\\s.!?]*`, 'giu'), ' ');
    if (asks && oneSentence) rest = withoutStart(rest, words);
  }
  return rest.trim();
}

/** Removes the longest beginning of `words`, three words or more, that the text begins with. */
function withoutStart(text: string, words: readonly string[]): string {
  const said = wordsOf(text);
  let shared = 0;
  while (shared < words.length && said[shared]?.toLowerCase() === words[shared]?.toLowerCase())
    shared++;
  if (shared < leastWords) return text;
  const pattern = `^[^\\p{L}\\p{N}]*${inOrder(words.slice(0, shared))}[\\s.!?,:;]*`;
  return text.replace(new RegExp(pattern, 'iu'), '');
}

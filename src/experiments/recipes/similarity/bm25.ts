import { counts } from './counts.ts';

/** How fast a repeated word stops counting, and how far a long text is held against it. */
const [k1, b] = [1.2, 0.75];

/** The words of a text in small letters: runs of letters and digits of any script. */
export const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * Okapi BM25 over words (Robertson et al., "Okapi at TREC-3", 1994; Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond", 2009). The score of text d for query q is the sum,
 * over the words t of q, of
 *
 *     idf(t) tf (k1 + 1) / (tf + k1 (1 - b + b |d| / mean |d|)),   k1 = 1.2, b = 0.75
 *     idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))
 *
 * with tf how often t is in d, df how many of the N texts have it. The 1 in idf keeps a word that most
 * texts have from counting against them. A word that stands twice in q counts twice.
 * @returns the scores of all texts for a query, at least 0
 */
export function bm25(texts: readonly string[]): (query: string) => Float64Array {
  const lists = texts.map(words);
  const mean = lists.reduce((sum, list) => sum + list.length, 0) / Math.max(1, lists.length);
  /** For every word the texts that have it, with its part of their score but for idf. */
  const index = new Map<string, { text: number; part: number }[]>();
  lists.forEach((list, text) => {
    const length = k1 * (1 - b + (b * list.length) / (mean || 1));
    for (const [word, tf] of counts(list)) {
      const found = index.get(word) ?? [];
      index.set(word, found);
      found.push({ text, part: (tf * (k1 + 1)) / (tf + length) });
    }
  });
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const word of words(query)) {
      const found = index.get(word) ?? [];
      const idf = Math.log(1 + (texts.length - found.length + 0.5) / (found.length + 0.5));
      for (const { text, part } of found) (scores[text] as number) += idf * part;
    }
    return scores;
  };
}

import { counts } from './counts.ts';
import { unit, Vectors, type Vector } from './vectors.ts';

/** Three characters at a time, in small letters, white space as one blank, also before and after. */
export function trigrams(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
  const characters = plain === '' ? [] : [...` ${plain} `];
  return characters.slice(2).map((_, i) => characters.slice(i, i + 3).join(''));
}

/**
 * Texts as tf-idf vectors of character trigrams: weight tf (1 + ln((1 + N) / (1 + df))), then length 1
 * (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988, smoothed). They see
 * spelling, not meaning: near are texts that share words or parts of words. No embedding model is assumed.
 * @returns the vectors of the texts, and the cosines of any other text with them, from 0 to 1
 */
export function trigramVectors(texts: readonly string[]): {
  vectors: Vectors;
  cosines: (text: string) => Float64Array;
} {
  const found = texts.map((text) => counts(trigrams(text)));
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  for (const terms of found)
    for (const term of terms.keys()) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      frequency[number] = (frequency[number] ?? 0) + 1;
    }
  const weigh = (terms: ReadonlyMap<string, number>): Vector => {
    const known = [...terms.keys()].map((term) => numbers.get(term) ?? numbers.size);
    return unit(
      known,
      [...terms.values()].map(
        (tf, i) => tf * (1 + Math.log((1 + texts.length) / (1 + (frequency[known[i] ?? 0] ?? 0)))),
      ),
    );
  };
  const vectors = new Vectors(found.map(weigh), numbers.size);
  return { vectors, cosines: (text) => vectors.cosines(weigh(counts(trigrams(text)))) };
}

import { byteCharacters, toByteCharacters } from './bytes.ts';
import { pieces } from './pretokenize.ts';

/** A merge: two symbols that become one, most frequent first. */
export type Merge = readonly [string, string];

interface Word {
  symbols: number[];
  count: number;
}

const pairKey = (left: number, right: number): number => left * 65536 + right;

/** Counts of adjacent pairs over all words, kept up to date as words are rewritten. */
class PairCounts {
  readonly counts = new Map<number, number>();
  readonly places = new Map<number, Set<Word>>();

  add(word: Word, sign: 1 | -1): void {
    for (let i = 0; i + 1 < word.symbols.length; i++) {
      const key = pairKey(word.symbols[i] as number, word.symbols[i + 1] as number);
      const count = (this.counts.get(key) ?? 0) + sign * word.count;
      if (count === 0) this.counts.delete(key);
      else this.counts.set(key, count);
      const places = this.places.get(key);
      if (sign === -1) places?.delete(word);
      else if (places) places.add(word);
      else this.places.set(key, new Set([word]));
    }
  }

  /** The most frequent pair; among equals the one of the older symbols, so that ties are settled. */
  best(): { key: number; count: number } | undefined {
    let key = -1;
    let count = 0;
    for (const [k, c] of this.counts)
      if (c > count || (c === count && k < key)) [key, count] = [k, c];
    return count > 0 ? { key, count } : undefined;
  }
}

function replacePair(symbols: number[], left: number, right: number, merged: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < symbols.length; i++) {
    if (symbols[i] === left && symbols[i + 1] === right) {
      out.push(merged);
      i++;
    } else out.push(symbols[i] as number);
  }
  return out;
}

function countPieces(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const piece of pieces(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/**
 * Byte-pair encoding (Sennrich et al. 2016, section 3.2) over bytes: merges, the
 * most frequent pair first, until there are `symbolCount` symbols (256 bytes and what they merge into) or
 * no pair occurs twice. The same texts give the same merges.
 */
export function learnMerges(texts: Iterable<string>, symbolCount: number): Merge[] {
  const symbols = [...byteCharacters];
  const ids = new Map(symbols.map((symbol, id) => [symbol, id]));
  const pairs = new PairCounts();
  for (const [piece, count] of countPieces(texts)) {
    const word = {
      symbols: Array.from(toByteCharacters(piece), (c) => ids.get(c) as number),
      count,
    };
    pairs.add(word, 1);
  }
  const merges: Merge[] = [];
  while (symbols.length < symbolCount) {
    const best = pairs.best();
    if (!best || best.count < 2) break;
    const [left, right] = [Math.floor(best.key / 65536), best.key % 65536];
    const text = `${symbols[left]}${symbols[right]}`;
    merges.push([symbols[left] as string, symbols[right] as string]);
    // Two different merges may spell the same symbol; it keeps its first number.
    const merged = ids.get(text) ?? symbols.push(text) - 1;
    ids.set(text, merged);
    for (const word of [...(pairs.places.get(best.key) ?? [])]) {
      pairs.add(word, -1);
      word.symbols = replacePair(word.symbols, left, right, merged);
      pairs.add(word, 1);
    }
  }
  return merges;
}

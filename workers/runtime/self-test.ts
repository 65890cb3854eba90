import type { Decoder } from './decoder.ts';

/** Longer than 32 tokens: some kernels go wrong only there. */
const length = 40;
const chunk = 33;

/** Logits of a fixed row of tokens, one row per position: [length][V]. */
export type Probe = Float32Array[];

/** The fixed row of tokens. */
export const probeTokens = (vocabularySize: number): number[] =>
  Array.from({ length }, (_, i) => (i * 7919 + 11) % vocabularySize);

/**
 * Reads a fixed row of tokens as generation reads a prompt and its answer: a first chunk, a second one
 * behind it, and one single token.
 */
export async function probe(decoder: Decoder, vocabularySize: number): Promise<Probe> {
  const tokens = probeTokens(vocabularySize);
  const cache = decoder.emptyCache();
  try {
    const rows: Probe = [];
    for (const [start, end] of [
      [0, chunk],
      [chunk, length - 1],
      [length - 1, length],
    ]) {
      const part = tokens.slice(start, end);
      rows.push(...(await decoder.read(cache, part, part.length)));
    }
    return rows.map((row) => row.slice());
  } finally {
    cache.dispose();
  }
}

/** What is wrong with logits in themselves, in words for readers; null where nothing is. */
export function faultOf(rows: Probe, vocabularySize: number): string | null {
  const first = rows[0] ?? new Float32Array();
  const last = rows.at(-1) ?? first;
  if (first.length !== vocabularySize) {
    return `it scores ${first.length} tokens and should score ${vocabularySize}`;
  }
  if (!rows.every((row) => row.every(Number.isFinite))) return 'its logits are not finite numbers';
  if (rows.some((row) => row.every((logit) => logit === row[0]))) {
    return 'it gives every token the same logit';
  }
  if (first.every((logit, token) => logit === last[token])) {
    return 'its logits do not depend on the prompt';
  }
  return null;
}

/** Standard deviation of all logits, the unit in which differences are judged. */
export function spread(rows: Probe): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const row of rows) {
    for (const logit of row) {
      count += 1;
      sum += logit;
      squares += logit * logit;
    }
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

/** Largest difference of a logit between two devices. */
export function maxDifference(a: Probe, b: Probe): number {
  let max = 0;
  a.forEach((row, i) => {
    row.forEach((logit, token) => {
      max = Math.max(max, Math.abs(logit - (b[i]?.[token] ?? NaN)));
    });
  });
  return max;
}

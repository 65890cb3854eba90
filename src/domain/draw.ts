/**
 * A counter-based random number: the draw of a step depends on (seed, key, step) alone, so neither
 * order nor batching changes it. Mixing: murmur3's 32-bit finaliser, chained over the counters.
 */
function mix(hash: number, word: number): number {
  let h = Math.imul(hash ^ word, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A 32-bit word of any text (FNV-1a over UTF-16 units), for use as a counter. */
function word(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * The uniform number in [0, 1) of one step of one run, with 53 random bits.
 * @param seed whole number, the reader's
 * @param key the run's key (a content hash)
 * @param step which draw, from 0
 */
export function uniform(seed: number, key: string, step: number): number {
  const base = mix(mix(mix(0x9e3779b9, seed), word(key)), step);
  const high = mix(base, 1) >>> 5;
  const low = mix(base, 2) >>> 6;
  return (high * 67108864 + low) / 9007199254740992;
}

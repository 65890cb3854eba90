/**
 * Counter-based random numbers: the draw of a step depends on (seed, key, step) alone, so neither
 * order nor batching changes it. Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3" (SC 2011); no state but the counters.
 */
type Words = readonly [number, number, number, number];

const multipliers = [0xd2511f53, 0xcd9e8d57] as const;
const weyl = [0x9e3779b9, 0xbb67ae85] as const;

/** The upper 32 bits of a 32 x 32 bit product. */
function high(a: number, b: number): number {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/** One block of 128 random bits: ten rounds of Philox over a counter and a key of 32-bit words. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const [highA, lowA] = [high(multipliers[0], a), Math.imul(multipliers[0], a)];
    const [highC, lowC] = [high(multipliers[1], c), Math.imul(multipliers[1], c)];
    [a, b, c, d] = [(highC ^ b ^ k0) >>> 0, lowC >>> 0, (highA ^ d ^ k1) >>> 0, lowA >>> 0];
    k0 = (k0 + weyl[0]) >>> 0;
    k1 = (k1 + weyl[1]) >>> 0;
  }
  return [a, b, c, d];
}

/** A 32-bit word of any text (FNV-1a over UTF-16 units), from a start of one's choice. */
function word(text: string, start: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * The uniform number in [0, 1) of one step of one run, with 53 random bits.
 * @param seed whole number from 0 to 2^32 - 1, the reader's
 * @param key the run's key (a content hash)
 * @param step which draw, from 0
 */
export function uniform(seed: number, key: string, step: number): number {
  // Two words of the key, each from its own start: runs that share one are still told apart.
  const counter = [step, word(key, 0x811c9dc5), word(key, 0x3c6ef372), key.length] as const;
  const [a, b] = philox(counter, [seed, 0]);
  return ((a >>> 5) * 0x4000000 + (b >>> 6)) / 2 ** 53;
}

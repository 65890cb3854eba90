import { pick, type Draw, type Knobs } from './sampler.ts';
import type { Selector } from './select.ts';
import { drawFromShares } from './share-draw.ts';

/** What the sampling head says of one row (src/onnx/heads/sampling-head.ts). */
export interface HeadRow {
  /** The best tokens, best first, of ties the lowest id: scores after the adjustments, shares at T. */
  readonly topIds: ArrayLike<number>;
  readonly topScores: ArrayLike<number>;
  readonly topShares: ArrayLike<number>;
  /** Log of the sum of exp over the untouched logits, and the best tokens' own. */
  readonly logSum: number;
  readonly topLogits: ArrayLike<number>;
  /** Sums of shares over blocks of tokens in the order of their ids. */
  readonly blockShares: ArrayLike<number>;
  readonly blockSize: number;
  readonly vocabularySize: number;
}

/** All shares of a row, and a token's logit before the adjustments, from its score after them. */
export interface WholeRow {
  readonly shares: Float32Array;
  readonly logitOf: (token: number, score: number) => number;
}

const total = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};

/** How many of the list stay; undefined where the list is too short to tell. */
function kept(row: HeadRow, { topK, topP, minP }: Knobs): number | undefined {
  const { topScores, topShares, vocabularySize } = row;
  const listed = topShares.length;
  const whole = listed === vocabularySize;
  let count = listed;
  let closed = whole;
  let mass = 1;
  if (topK > 0 && topK < vocabularySize) {
    if (topK > listed) return undefined;
    const last = topScores[topK - 1] as number;
    count = topK;
    while (count < listed && topScores[count] === last) count++;
    // more of the same may stand beyond the list
    if (count === listed && !whole) return undefined;
    closed = true;
    mass = total(Array.from(topShares).slice(0, count));
  }
  if (topP < 1) {
    let sum = 0;
    let crossing = 0;
    while (crossing < count && sum < topP * mass) sum += topShares[crossing++] as number;
    if (sum < topP * mass && !closed) return undefined;
    count = Math.max(1, crossing);
    closed = true;
  }
  if (minP > 0) {
    const least = minP * (topShares[0] as number);
    const below = Array.from(topShares)
      .slice(0, count)
      .findIndex((share) => share < least);
    if (below >= 0) {
      count = below;
      closed = true;
    }
  }
  return closed ? count : undefined;
}

/**
 * Draws from the best tokens alone, where they decide: the same token that `Sampler` draws from all
 * logits (but for rounding, 32-bit floats on the device).
 * @param u uniform in [0, 1); not looked at when the temperature is 0
 * @returns undefined where the whole row is needed
 * @throws RangeError where a logit is not a number
 */
export function drawFromHead(row: HeadRow, knobs: Knobs, u: number): Draw | undefined {
  if (!Number.isFinite(row.logSum)) throw new RangeError('The logits are not finite numbers.');
  const drawn = (place: number): Draw => ({
    token: row.topIds[place] as number,
    logProbability: (row.topLogits[place] as number) - row.logSum,
  });
  if (knobs.temperature === 0) return drawn(0);
  const count = kept(row, knobs);
  if (count === undefined) return undefined;
  const places = Array.from({ length: count }, (_, place) => place);
  places.sort((a, b) => (row.topIds[a] as number) - (row.topIds[b] as number));
  const ordered = Float64Array.from(places, (place) => row.topShares[place] as number);
  return drawn(places[pick(ordered, u)] as number);
}

/** Draws where the best tokens do not decide. Without cuts the blocks' sums lead to one block. */
export function drawFromRow(
  row: HeadRow,
  { shares, logitOf }: WholeRow,
  knobs: Knobs,
  u: number,
  selector: Selector,
): Draw {
  const { temperature, topK, topP, minP } = knobs;
  const cut = (topK > 0 && topK < row.vocabularySize) || topP < 1 || minP > 0;
  const known = { sum: total(row.blockShares), best: row.topShares[0] as number };
  const token = cut
    ? drawFromShares(shares, known, knobs, u, selector)
    : drawByBlocks(row, shares, u);
  // a share is the best one's times exp((score - best score) / T)
  const behind = Math.log((shares[token] as number) / (row.topShares[0] as number));
  const score = (row.topScores[0] as number) + temperature * behind;
  return { token, logProbability: logitOf(token, score) - row.logSum };
}

function drawByBlocks(
  { blockShares, blockSize }: HeadRow,
  shares: Float32Array,
  u: number,
): number {
  let rest = u * total(blockShares);
  let block = 0;
  let last = 0;
  for (; block < blockShares.length; block++) {
    const sum = blockShares[block] as number;
    if (sum > 0) last = block;
    if (rest < sum) break;
    rest -= sum;
  }
  // rounding may carry past the end: the last block with any share
  const start = (block < blockShares.length ? block : last) * blockSize;
  const within = Float64Array.from(shares.subarray(start, start + blockSize));
  return start + pick(within, Math.min(rest / total(within), 1));
}

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
  /** The block in which the random number falls, by the device's rounding, and the shares in it. */
  readonly nearBlock: number;
  readonly nearShares: ArrayLike<number>;
  readonly vocabularySize: number;
}

/** A token's logit before the adjustments, from its score after them. */
export type LogitOf = (token: number, score: number) => number;

/** Whether knobs leave tokens out, so that what is drawn depends on how all tokens rank. */
export const isCut = ({ temperature, topK, topP, minP }: Knobs, vocabularySize: number): boolean =>
  temperature > 0 && ((topK > 0 && topK < vocabularySize) || topP < 1 || minP > 0);

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
 * Draws from the best tokens and the block in which u falls, where they decide: the same token that
 * `Sampler` draws from all logits (but for rounding, 32-bit floats on the device).
 * @param u uniform in [0, 1); not looked at when the temperature is 0
 * @returns undefined where the whole row is needed
 * @throws RangeError where a logit is not a number
 */
export function drawFromHead(
  row: HeadRow,
  knobs: Knobs,
  u: number,
  logitOf: LogitOf,
): Draw | undefined {
  if (!Number.isFinite(row.logSum)) throw new RangeError('The logits are not finite numbers.');
  const drawn = (place: number): Draw => ({
    token: row.topIds[place] as number,
    logProbability: (row.topLogits[place] as number) - row.logSum,
  });
  if (knobs.temperature === 0) return drawn(0);
  const count = kept(row, knobs);
  if (count === undefined)
    return isCut(knobs, row.vocabularySize) ? undefined : drawNear(row, knobs, u, logitOf);
  const places = Array.from({ length: count }, (_, place) => place);
  places.sort((a, b) => (row.topIds[a] as number) - (row.topIds[b] as number));
  const ordered = Float64Array.from(places, (place) => row.topShares[place] as number);
  return drawn(places[pick(ordered, u)] as number);
}

/** Draws from all shares [V], where cuts go deeper than the list. */
export function drawFromRow(
  row: HeadRow,
  shares: Float32Array,
  knobs: Knobs,
  u: number,
  { selector, logitOf }: { selector: Selector; logitOf: LogitOf },
): Draw {
  const known = { sum: total(row.blockShares), best: row.topShares[0] as number };
  const token = drawFromShares(shares, known, knobs, u, selector);
  return drawnOf(row, { token, share: shares[token] as number }, knobs, logitOf);
}

/** Draws where nothing is cut: the blocks' sums lead to one block. */
function drawNear(row: HeadRow, knobs: Knobs, u: number, logitOf: LogitOf): Draw {
  const { blockShares, blockSize, nearBlock, nearShares } = row;
  let rest = u * total(blockShares);
  for (let block = 0; block < nearBlock; block++) rest -= blockShares[block] as number;
  const within = Float64Array.from(nearShares);
  // at a block's border the device may have rounded to the other side
  const place = pick(within, Math.min(Math.max(rest / total(within), 0), 1));
  const share = within[place] as number;
  return drawnOf(row, { token: nearBlock * blockSize + place, share }, knobs, logitOf);
}

function drawnOf(
  { topScores, topShares, logSum }: HeadRow,
  { token, share }: { token: number; share: number },
  { temperature }: Knobs,
  logitOf: LogitOf,
): Draw {
  // a share is the best one's times exp((score - best score) / T)
  const behind = Math.log(share / (topShares[0] as number));
  const score = (topScores[0] as number) + temperature * behind;
  return { token, logProbability: logitOf(token, score) - logSum };
}

import type { Selector } from './select.ts';
import type { Knobs } from './sampler.ts';

/** The knobs that cut a distribution. */
export type Cuts = Pick<Knobs, 'topK' | 'topP' | 'minP'>;

/**
 * Draws from shares that are already softmax(score / T): what `Sampler` draws from logits, without its
 * exponentials. Top-k (every token tied with the k-th stays), top-p (the token that crosses stays; of
 * ties the lowest ids), min-p, draw in the order of ids.
 * @param shares [V], not negative; need not add up to 1
 * @param u uniform in [0, 1)
 */
export function drawFromShares(
  shares: Float32Array,
  { topK, topP, minP }: Cuts,
  u: number,
  selector: Selector,
): number {
  let floor = 0;
  if (topK > 0 && topK < shares.length) floor = selector.crossing(shares, null, topK).value;
  // of those on the border, only so much
  let border = Infinity;
  if (topP < 1) {
    const limit = topP * total(shares, floor);
    const { value, above } = selector.crossing(shares, shares, limit);
    if (value >= floor) {
      floor = value;
      border = limit - above;
    }
  }
  if (minP > 0) {
    const least = minP * largest(shares);
    if (least > floor) [floor, border] = [least, Infinity];
  }
  return pickAbove(shares, floor, border, u);
}

/** Sum of what is not below the floor. */
function total(shares: Float32Array, floor: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number;
    if (share >= floor) sum += share;
  }
  return sum;
}

function largest(shares: Float32Array): number {
  let max = 0;
  for (let i = 0; i < shares.length; i++)
    if ((shares[i] as number) > max) max = shares[i] as number;
  return max;
}

/** What a border of equal shares gives: the first of them, until they reach the limit. */
function onBorder(floor: number, border: number): number {
  return border === Infinity || floor === 0 ? Infinity : Math.max(1, Math.ceil(border / floor));
}

function pickAbove(shares: Float32Array, floor: number, border: number, u: number): number {
  const allowed = onBorder(floor, border);
  let mass = 0;
  let equal = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number;
    if (share > floor) mass += share;
    else if (share === floor && equal++ < allowed) mass += share;
  }
  let rest = u * mass;
  let last = 0;
  equal = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number;
    if (share < floor || share === 0) continue;
    if (share === floor && equal++ >= allowed) continue;
    last = i;
    rest -= share;
    if (rest < 0) break;
  }
  return last;
}

import type { Crossing, Selector } from './select.ts';
import type { Knobs } from './sampler.ts';

/** The knobs that cut a distribution. */
export type Cuts = Pick<Knobs, 'topK' | 'topP' | 'minP'>;

/** What is known of a row of shares before they are looked at. */
export interface KnownShares {
  /** Their sum. */
  readonly sum: number;
  /** The largest. */
  readonly best: number;
}

/**
 * Draws from shares that are already softmax(score / T): what `Sampler` draws from logits, without its
 * exponentials. Top-k (every token tied with the k-th stays), top-p (the token that crosses stays; of
 * ties the lowest ids), min-p, draw in the order of ids.
 * @param shares [V], from 0 to 1; need not add up to 1
 * @param u uniform in [0, 1)
 */
export function drawFromShares(
  shares: Float32Array,
  { sum, best }: KnownShares,
  { topK, topP, minP }: Cuts,
  u: number,
  selector: Selector,
): number {
  let kept: Kept = { floor: 0, onFloor: Infinity, mass: sum };
  if (topK > 0 && topK < shares.length) {
    const floor = selector.crossing(shares, null, topK).value;
    kept = { floor, onFloor: Infinity, mass: massFrom(shares, floor) };
  }
  if (topP < 1) {
    const limit = topP * kept.mass;
    const { value, above } = crossing(shares, limit, selector);
    if (value >= kept.floor && value > 0) {
      // of those on the border, only so much
      const onFloor = Math.max(1, Math.ceil((limit - above) / value));
      kept = { floor: value, onFloor, mass: above + onFloor * value };
    }
  }
  const least = minP * best;
  if (least > kept.floor) kept = { floor: least, onFloor: Infinity, mass: massFrom(shares, least) };
  return pickFrom(shares, kept, u);
}

/** What the cuts leave: shares above a floor, so many of those on it, and their sum. */
interface Kept {
  readonly floor: number;
  readonly onFloor: number;
  readonly mass: number;
}

/** Sum of what is not below the floor. */
function massFrom(shares: Float32Array, floor: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number;
    if (share >= floor) sum += share;
  }
  return sum;
}

/** Bits of a share that say its bin: exponent and four of the mantissa. Shares are at most 1. */
const binShift = 19;
const bins = new Float64Array((0x3f800000 >>> binShift) + 1);

/**
 * The share at which, from the largest down, the sum reaches a limit, and the sum above it. Bits of
 * positive floats sort as the floats do, so one pass finds the border's bin; only what is in that is
 * looked at closely.
 */
function crossing(shares: Float32Array, limit: number, selector: Selector): Crossing {
  const bits = new Uint32Array(shares.buffer, shares.byteOffset, shares.length);
  bins.fill(0);
  for (let i = 0; i < bits.length; i++) {
    const bin = (bits[i] as number) >>> binShift;
    bins[bin] = (bins[bin] as number) + (shares[i] as number);
  }
  let above = 0;
  let bin = bins.length - 1;
  for (; bin > 0 && above + (bins[bin] as number) < limit; bin--) above += bins[bin] as number;
  const members: number[] = [];
  for (let i = 0; i < bits.length; i++)
    if ((bits[i] as number) >>> binShift === bin) members.push(shares[i] as number);
  if (members.length === 0) return { value: 0, above };
  const within = Float32Array.from(members);
  const close = selector.crossing(within, within, limit - above);
  return { value: close.value, above: above + close.above };
}

/** Inverse of the cumulative distribution over what is kept, in the order of ids. */
function pickFrom(shares: Float32Array, { floor, onFloor, mass }: Kept, u: number): number {
  let rest = u * mass;
  let last = 0;
  let equal = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number;
    if (share < floor || share === 0) continue;
    if (share === floor && equal++ >= onFloor) continue;
    last = i;
    rest -= share;
    if (rest < 0) break;
  }
  return last;
}

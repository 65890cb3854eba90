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

/** Sum of what is not below the floor. A factor instead of a branch: no processor foretells these. */
function massFrom(shares: Float32Array, floor: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number;
    sum += share * Number(share >= floor);
  }
  return sum;
}

/** Bits of a share that say its bin: exponent and four of the mantissa. Shares are at most 1. */
const binShift = 19;
const binCount = (0x3f800000 >>> binShift) + 1;
/** One for even places, one for odd: neighbours often fall into the same bin, and would wait for each other. */
const evenBins = new Float64Array(binCount);
const oddBins = new Float64Array(binCount);
/** Shares of the bin that is looked at closely; as long as the longest row so far. */
let members = new Float32Array();

/**
 * The share at which, from the largest down, the sum reaches a limit, and the sum above it. Bits of
 * positive floats sort as the floats do, so one pass finds the border's bin; only what is in that is
 * looked at closely.
 */
function crossing(shares: Float32Array, limit: number, selector: Selector): Crossing {
  const bits = new Uint32Array(shares.buffer, shares.byteOffset, shares.length);
  fillBins(bits, shares);
  const inBin = (bin: number) => (evenBins[bin] as number) + (oddBins[bin] as number);
  let above = 0;
  let bin = binCount - 1;
  for (; bin > 0 && above + inBin(bin) < limit; bin--) above += inBin(bin);
  if (members.length < shares.length) members = new Float32Array(shares.length);
  let count = 0;
  for (let i = 0; i < bits.length; i++)
    if ((bits[i] as number) >>> binShift === bin) members[count++] = shares[i] as number;
  if (count === 0) return { value: 0, above };
  const within = members.subarray(0, count);
  const close = selector.crossing(within, within, limit - above);
  return { value: close.value, above: above + close.above };
}

function fillBins(bits: Uint32Array, shares: Float32Array): void {
  evenBins.fill(0);
  oddBins.fill(0);
  const pairs = bits.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    const even = (bits[i] as number) >>> binShift;
    const odd = (bits[i + 1] as number) >>> binShift;
    evenBins[even] = (evenBins[even] as number) + (shares[i] as number);
    oddBins[odd] = (oddBins[odd] as number) + (shares[i + 1] as number);
  }
  if (pairs === bits.length) return;
  const last = (bits[pairs] as number) >>> binShift;
  evenBins[last] = (evenBins[last] as number) + (shares[pairs] as number);
}

/** Shares that are added up without a look at each sum. */
const stretch = 256;

/** Inverse of the cumulative distribution over what is kept, in the order of ids. */
function pickFrom(shares: Float32Array, { floor, onFloor, mass }: Kept, u: number): number {
  let rest = u * mass;
  let ties = onFloor;
  let last = { start: 0, rest: Infinity, ties };
  for (let start = 0; start < shares.length; start += stretch) {
    const end = Math.min(start + stretch, shares.length);
    let sum = 0;
    let equal = 0;
    for (let i = start; i < end; i++) {
      const share = shares[i] as number;
      sum += share * Number(share > floor);
      equal += Number(share === floor);
    }
    const taken = Math.min(equal, ties);
    sum += taken * floor;
    if (sum > 0) last = { start, rest, ties };
    if (rest < sum) break;
    rest -= sum;
    ties -= taken;
  }
  return pickWithin(shares, floor, last);
}

/** The same in one stretch, share by share; rounding may carry to its last one. */
function pickWithin(
  shares: Float32Array,
  floor: number,
  { start, rest, ties }: { start: number; rest: number; ties: number },
): number {
  const end = Math.min(start + stretch, shares.length);
  let found = start;
  for (let i = start; i < end; i++) {
    const share = shares[i] as number;
    if (share < floor || share === 0) continue;
    if (share === floor && ties-- <= 0) continue;
    found = i;
    rest -= share;
    if (rest < 0) break;
  }
  return found;
}

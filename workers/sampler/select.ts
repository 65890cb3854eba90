/**
 * Selection without sorting: where, counting from the largest value down, does a running total reach
 * a limit? Three passes over digits of the floats' own bits (a radix select), so O(n) whatever the
 * values, and exact among ties.
 */
const digits = [
  { shift: 21, mask: 0x7ff },
  { shift: 10, mask: 0x7ff },
  { shift: 0, mask: 0x3ff },
] as const;
const totals = new Float64Array(2048);

/** A float's bits turned so that unsigned order is numeric order; -0 counts as 0. */
function ordered(bits: number): number {
  if (bits === 0x80000000) return 0x80000000;
  return (bits & 0x80000000 ? ~bits : bits | 0x80000000) >>> 0;
}

const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** The float whose ordered bits these are. */
function valueOf(order: number): number {
  scratchBits[0] = order & 0x80000000 ? order & 0x7fffffff : ~order;
  return scratch[0] ?? NaN;
}

/** Where a running total from the largest value down reached its limit. */
export interface Crossing {
  /** The value at which the limit was reached; values above it are all within. */
  value: number;
  /** Total of the values strictly above. */
  above: number;
}

/** Working memory for one vocabulary size, kept between calls. */
export class Selector {
  readonly #keys: Uint32Array;
  readonly #members: Uint32Array;

  /** @param capacity most values that will be looked at */
  constructor(capacity: number) {
    this.#keys = new Uint32Array(capacity);
    this.#members = new Uint32Array(capacity);
  }

  /**
   * Adds up `weights` (1 each where null) from the largest value down until `limit` is reached.
   * @param values [n] any finite floats
   * @param weights [n] not negative
   * @returns the value at which the total first is >= limit; the smallest value if it never is
   */
  crossing(values: Float32Array, weights: ArrayLike<number> | null, limit: number): Crossing {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    const keys = this.#keys;
    const members = this.#members;
    for (let i = 0; i < bits.length; i++) {
      keys[i] = ordered(bits[i] as number);
      members[i] = i;
    }
    let count = bits.length;
    let above = 0;
    let prefix = 0;
    for (const { shift, mask } of digits) {
      totals.fill(0);
      for (let m = 0; m < count; m++) {
        const i = members[m] as number;
        const digit = ((keys[i] as number) >>> shift) & mask;
        totals[digit] = (totals[digit] as number) + (weights ? (weights[i] as number) : 1);
      }
      let chosen = -1;
      for (let digit = mask; digit >= 0; digit--) {
        const total = totals[digit] as number;
        if (total === 0) continue;
        if (chosen >= 0) above += totals[chosen] as number;
        chosen = digit;
        if (above + total >= limit) break;
      }
      // keep the members of the chosen digit only
      let kept = 0;
      for (let m = 0; m < count; m++) {
        const i = members[m] as number;
        if ((((keys[i] as number) >>> shift) & mask) === chosen) members[kept++] = i;
      }
      count = kept;
      prefix |= chosen << shift;
    }
    return { value: valueOf(prefix >>> 0), above };
  }
}

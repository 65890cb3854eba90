/** Repeatable random numbers for tests (a 32-bit linear congruential generator, high bits). */
export interface Draws {
  /** In [0, 1). */
  uniform(): number;
  /** In [-1, 1). */
  signed(): number;
  /** 0 .. below - 1. */
  integer(below: number): number;
  /** A vector of `signed` numbers times `scale`. */
  vector(length: number, scale?: number): Float32Array;
}

export function draws(seed: number): Draws {
  let state = (seed ^ 0x5bd1e995) >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  uniform();
  const signed = () => 2 * uniform() - 1;
  return {
    uniform,
    signed,
    integer: (below) => Math.floor(uniform() * below),
    vector: (length, scale = 1) => Float32Array.from({ length }, () => scale * signed()),
  };
}

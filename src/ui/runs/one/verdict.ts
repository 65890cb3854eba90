import type { Run } from '../../../domain/run.ts';
import type { Replay } from '../../../experiments/replay.ts';

/** How a replay stands to its record. */
export type Verdict =
  | { kind: 'identical'; tokens: number }
  /** The record was stopped by hand: all it has is there again, and the replay went on. */
  | { kind: 'identical-so-far'; tokens: number }
  /** The replay itself was stopped by hand before it differed. */
  | { kind: 'cancelled'; tokens: number }
  | { kind: 'divergent'; position: number };

/**
 * Judges a replay.
 * @param cancelled whether the reader stopped the replay
 */
export function verdictOf(run: Run, replay: Replay, cancelled: boolean): Verdict {
  const recorded = run.generation.tokens.length;
  const position = replay.firstDivergence;
  if (position === null) return { kind: 'identical', tokens: recorded };
  if (cancelled && position === replay.tokens.length)
    return { kind: 'cancelled', tokens: position };
  if (run.generation.stopReason === 'cancelled' && position === recorded) {
    return { kind: 'identical-so-far', tokens: recorded };
  }
  return { kind: 'divergent', position };
}

/** Tokens around a divergence: what both share before it, and what each has from there on. */
export interface Surroundings {
  /** Whether more shared tokens come before `shared`. */
  cut: boolean;
  shared: number[];
  expected: number[];
  got: number[];
}

/** The surroundings of the token at `position`. @param reach tokens on either side */
export function surroundings(
  expected: readonly number[],
  got: readonly number[],
  position: number,
  reach = 12,
): Surroundings {
  const start = Math.max(0, position - reach);
  const after = (tokens: readonly number[]) => tokens.slice(position, position + reach);
  return {
    cut: start > 0,
    shared: expected.slice(start, position),
    expected: after(expected),
    got: after(got),
  };
}

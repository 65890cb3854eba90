import { uniform } from '../../src/domain/draw.ts';

/** What a server may do instead of answering. */
export const troubleKinds = [
  /** 429, with Retry-After in seconds. */
  'busy',
  /** 429, with Retry-After as a date. */
  'busy-date',
  'error-500',
  'error-503',
  /** Says nothing until the line is given up. */
  'silent',
  /** Begins a reply and cuts the line. */
  'cut-off',
  /** Cuts the line before a reply. */
  'reset',
  'broken-json',
  'wrong-shape',
  'empty',
  'no-choices',
  /** A stream, or a reply, without an end. */
  'unfinished',
  /** 500, and the key that came with the request in its words. */
  'tells-key',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** Which requests are troubled: by what is asked and how often, whatever the order they come in. */
export interface Troubles {
  readonly seed: number;
  /** Of all attempts, from 0 to 1. */
  readonly share: number;
  /** An attempt after so many troubled ones gets its answer. */
  readonly inARow: number;
  readonly kinds: readonly TroubleKind[];
  /** Share of what is asked that is never answered. */
  readonly hopeless?: number;
}

/**
 * The trouble of one attempt; null for none.
 * @param attempt how often the same was asked before, from 0
 */
export function troubleOf(
  { seed, share, inARow, kinds, hopeless = 0 }: Troubles,
  asked: string,
  attempt: number,
): TroubleKind | null {
  const lost = uniform(seed, `hopeless/${asked}`, 0) < hopeless;
  if (!lost && (attempt >= inARow || uniform(seed, `share/${asked}`, attempt) >= share))
    return null;
  return kinds[Math.floor(uniform(seed, `kind/${asked}`, attempt) * kinds.length)] ?? null;
}

import type { Decoding } from '../../src/domain/decoding.ts';
import type { Adjustments } from './batch-decoder.ts';

/** What a row's settings do to its logits, with the tokens that its penalties look at. */
export function adjustmentsOf(
  { temperature, repetitionPenalty }: Decoding,
  seen: Iterable<number>,
): Adjustments {
  const tokens = repetitionPenalty === 1 ? [] : [...seen];
  return {
    temperature,
    tokens,
    before: tokens.map(() => 0),
    factor: tokens.map(() => repetitionPenalty),
    after: tokens.map(() => 0),
  };
}

/**
 * A token's logit before its adjustment, out of its score after it: the inverse of
 * (logit + before), divided where positive and multiplied where not, + after.
 */
export function logitBefore(
  token: number,
  score: number,
  { tokens, before, factor, after }: Adjustments,
): number {
  const at = tokens.indexOf(token);
  if (at < 0) return score;
  const penalised = score - (after[at] as number);
  const by = factor[at] as number;
  return (penalised > 0 ? penalised * by : penalised / by) - (before[at] as number);
}

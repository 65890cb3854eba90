import type { Value } from '../../graph/value.ts';
import type { Emission } from '../emission.ts';
import { isKnown } from '../item.ts';
import { eachIndex, type Known } from '../known/known.ts';

/** What a bias [.., T, T] of scores says beside hiding tokens to come. */
export interface ScoreBias {
  /** Left out where it is zero everywhere else. */
  readonly bias: Value | undefined;
  /** Whether it hides all tokens to come. */
  readonly causal: boolean;
}

/** Scores below this count for nothing: float16's largest numbers hide tokens too. */
const hides = -1e4;

function readMask(mask: Known): { causal: boolean; zero: boolean } {
  let [causal, zero] = [true, true];
  const rank = mask.stored.length;
  if (mask.stored[rank - 1] === 1 || mask.stored[rank - 2] === 1)
    return { causal: false, zero: false };
  eachIndex(mask.stored, (index, at) => {
    const value = mask.values[at] as number;
    if ((index[rank - 1] as number) > (index[rank - 2] as number)) causal &&= value <= hides;
    else zero &&= value === 0;
  });
  return { causal, zero };
}

/** The bias of scores that an attention node adds. */
export function biasOf(call: Emission, index: number): ScoreBias {
  const item = call.item(index);
  if (!isKnown(item)) return { bias: call.value(index, false), causal: false };
  const { causal, zero } = readMask(item);
  if (causal && zero) return { bias: undefined, causal };
  return { bias: call.rewriter.compact(item), causal };
}

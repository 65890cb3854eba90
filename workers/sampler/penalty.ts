import type { PenaltyScope } from '../../src/domain/decoding.ts';

/**
 * Repetition penalty of CTRL (arXiv 1909.05858) as Hugging Face applies it: a positive logit is divided
 * by the penalty, another multiplied, once per distinct token.
 * @param scores [V], changed in place
 */
export function penalise(scores: Float32Array, seen: Iterable<number>, penalty: number): void {
  if (penalty === 1) return;
  for (const token of seen) {
    const score = scores[token];
    if (score !== undefined) scores[token] = score > 0 ? score / penalty : score * penalty;
  }
}

/** The distinct tokens a penalty looks at before the first step; what is drawn is added to them. */
export function seenAtStart(prompt: readonly number[], scope: PenaltyScope): Set<number> {
  return new Set(scope === 'output' ? [] : prompt);
}

import type { LikelihoodCell } from '../../domain/cell.ts';

/** What is known of a text token by token, under one way of asking. */
export type Judged = Pick<LikelihoodCell, 'tokens' | 'ranks' | 'logProbabilities' | 'alternatives'>;

/** What an arm thinks of one token of a text. */
export interface TokenShift {
  /** Place in the text, from 0. */
  readonly position: number;
  /** How many tokens the arm finds more probable. */
  readonly rank: number;
  /** At least so far is the arm's distribution from the text's own arm's, in nats; null without such an arm. */
  readonly divergence: number | null;
}

/** Probabilities are from 32-bit numbers: what is left over is not known better than this. */
const least = 1e-6;

/** The probabilities known at a place: the most probable tokens' and the text's own. */
function knownAt(cell: Judged, at: number): Map<number, number> {
  const listed = (cell.alternatives[at] ?? []).map(
    ({ token, logProbability }) => [token, Math.exp(logProbability)] as const,
  );
  return new Map([
    ...listed,
    [cell.tokens[at] as number, Math.exp(cell.logProbabilities[at] as number)],
  ]);
}

/**
 * A lower bound of KL(P ‖ Q) in nats, from the few probabilities that are kept. With S the tokens whose
 * probability is known under both (of P's most probable ones, those that Q lists too, and the text's own),
 * and everything else put together as one:
 *
 *   Σ_S p ln(p / q) + r ln(r / s),   r = 1 - Σ_S p, s = 1 - Σ_S q
 *
 * Putting outcomes together never raises a divergence (Cover and Thomas, Elements of Information Theory,
 * 2nd ed., section 2.7, the log sum inequality).
 * @param p known probabilities under the arm whose text it is
 * @param q known probabilities under the other
 */
export function leastDivergence(
  p: ReadonlyMap<number, number>,
  q: ReadonlyMap<number, number>,
): number {
  let [sum, r, s] = [0, 1, 1];
  for (const [token, ofP] of p) {
    const ofQ = q.get(token);
    if (ofQ === undefined) continue;
    if (ofP > 0) sum += ofP * Math.log(ofP / Math.max(ofQ, Number.MIN_VALUE));
    r -= ofP;
    s -= ofQ;
  }
  if (r > least) sum += r * Math.log(r / Math.max(s, least));
  return Math.max(0, sum);
}

/** Tokens that two ways of cutting a text have in common at its end. */
function sharedTail(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (
    length < Math.min(a.length, b.length) &&
    a[a.length - 1 - length] === b[b.length - 1 - length]
  )
    length++;
  return length;
}

/**
 * Token by token, how an arm's expectation differs from that of the arm whose text it is (after Lin et al.,
 * "The unlocking spell on base LLMs", arXiv 2312.01552). Another layout may cut a text's beginning into
 * other tokens: only those are looked at that both have.
 * @param own what the arm thinks of the text
 * @param author what the text's own arm thinks of it; null where it is no arm's
 */
export function tokenShifts(own: Judged, author: Judged | null): TokenShift[] {
  const whole = author ?? own;
  const length = sharedTail(own.tokens, whole.tokens);
  return Array.from({ length }, (_, i) => {
    const [at, position] = [own.tokens.length - length + i, whole.tokens.length - length + i];
    return {
      position,
      rank: own.ranks[at] as number,
      divergence: author && leastDivergence(knownAt(author, position), knownAt(own, at)),
    };
  });
}

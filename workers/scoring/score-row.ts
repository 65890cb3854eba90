import type { TextScore } from '../protocol.ts';
import { logProbability } from '../sampler/sampler.ts';
import type { Selector } from '../sampler/select.ts';

/** Text scores in the making: lists to be added to. */
export const emptyScore = (): TextScore => ({
  logProbabilities: [],
  ranks: [],
  entropies: [],
  alternatives: [],
});

/** Adds what logits [V] say of one token. */
export function scoreRow(
  score: TextScore,
  logits: Float32Array,
  target: number,
  count: number,
  selector: Selector,
): void {
  const logit = logits[target] as number;
  const logged = logProbability(logits, target);
  const logSum = logit - logged;
  let rank = 0;
  let entropy = 0;
  for (let i = 0; i < logits.length; i++) {
    const x = logits[i] as number;
    if (x > logit) rank++;
    entropy -= Math.exp(x - logSum) * (x - logSum);
  }
  score.logProbabilities.push(logged);
  score.ranks.push(rank);
  score.entropies.push(entropy);
  score.alternatives.push(
    best(logits, count, selector).map((token) => ({
      token,
      logProbability: (logits[token] as number) - logSum,
    })),
  );
}

/** The ids of the largest logits, largest first, of ties the lowest. */
function best(logits: Float32Array, count: number, selector: Selector): number[] {
  if (count === 0) return [];
  const { value } = selector.crossing(logits, null, count);
  const ids: number[] = [];
  for (let i = 0; i < logits.length; i++) if ((logits[i] as number) >= value) ids.push(i);
  ids.sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
  return ids.slice(0, count);
}

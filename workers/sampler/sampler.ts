import type { Decoding } from '../../src/domain/decoding.ts';
import type { Adjustments } from './adjustments.ts';
import { Selector } from './select.ts';

/** The knobs that shape one draw. */
export type Knobs = Pick<Decoding, 'temperature' | 'topP' | 'topK' | 'minP'>;

/** A token and its natural log-probability under the untouched logits. */
export interface Draw {
  token: number;
  logProbability: number;
}

/**
 * Chooses tokens exactly, without sorting: O(V) for any setting. The order is that of Hugging Face's
 * generate() (transformers, generation/logits_process.py): adjustments, temperature, top-k
 * (every token tied with the k-th stays), top-p (the token that crosses stays; of ties the lowest ids),
 * min-p, draw. Keeps working memory of one vocabulary size.
 */
export class Sampler {
  readonly #scores: Float32Array<ArrayBuffer>;
  readonly #weights: Float64Array<ArrayBuffer>;
  readonly #selector: Selector;

  constructor(vocabularySize: number) {
    this.#scores = new Float32Array(vocabularySize);
    this.#weights = new Float64Array(vocabularySize);
    this.#selector = new Selector(vocabularySize);
  }

  /**
   * One draw.
   * @param logits [V], left as they are
   * @param adjustments of single tokens; null where there are none
   * @param u uniform in [0, 1); not looked at when the temperature is 0
   * @throws RangeError where a logit is not a number or none is finite
   */
  draw(logits: Float32Array, knobs: Knobs, adjustments: Adjustments | null, u: number): Draw {
    const scores = this.#scores;
    scores.set(logits);
    adjustments?.apply(scores);
    const best = argmax(scores);
    const token = knobs.temperature === 0 ? best : this.#choose(scores[best] as number, knobs, u);
    return { token, logProbability: logProbability(logits, token) };
  }

  #choose(max: number, { temperature, topK, topP, minP }: Knobs, u: number): number {
    const scores = this.#scores;
    const weights = this.#weights;
    for (let i = 0; i < scores.length; i++) {
      weights[i] = Math.exp(((scores[i] as number) - max) / temperature);
    }
    if (topK > 0 && topK < scores.length) this.#keepTop(topK);
    if (topP < 1) this.#keepNucleus(topP);
    // the best token's weight is 1, so a weight is its ratio to the best
    if (minP > 0)
      for (let i = 0; i < weights.length; i++) if ((weights[i] as number) < minP) weights[i] = 0;
    return pick(weights, u);
  }

  #keepTop(k: number): void {
    const { value } = this.#selector.crossing(this.#scores, null, k);
    for (let i = 0; i < this.#scores.length; i++) {
      if ((this.#scores[i] as number) < value) this.#weights[i] = 0;
    }
  }

  #keepNucleus(p: number): void {
    const scores = this.#scores;
    const weights = this.#weights;
    const limit = p * sum(weights);
    const { value, above } = this.#selector.crossing(scores, weights, limit);
    let total = above;
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] as number;
      if (score > value) continue;
      if (score < value || total >= limit) weights[i] = 0;
      else total += weights[i] as number;
    }
  }
}

/** Index of the largest value, the lowest of ties. */
export function argmax(values: Float32Array): number {
  let best = 0;
  let max = values[0] as number;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    if (value > max) {
      max = value;
      best = i;
    }
  }
  return best;
}

/**
 * Natural log-probability of a token under a softmax of the logits.
 * @throws RangeError where a logit is not a number or none is finite
 */
export function logProbability(logits: Float32Array, token: number): number {
  const max = logits[argmax(logits)] as number;
  let total = 0;
  for (let i = 0; i < logits.length; i++) total += Math.exp((logits[i] as number) - max);
  if (!Number.isFinite(total)) throw new RangeError('The logits are not finite numbers.');
  return (logits[token] as number) - max - Math.log(total);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
}

/** Inverse of the cumulative distribution, in the order of ids; weights need not add up to 1. */
export function pick(weights: Float64Array, u: number): number {
  let rest = u * sum(weights);
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    last = i;
    rest -= weight;
    if (rest < 0) break;
  }
  return last;
}

import type { Decoding } from '../../src/domain/decoding.ts';

/** The settings that change logits token by token. */
export type Penalties = Pick<
  Decoding,
  'repetitionPenalty' | 'presencePenalty' | 'frequencyPenalty' | 'penaltyScope' | 'logitBias'
>;

/** What happens to one token's logit: something is added, it is divided or multiplied, and added to again. */
export interface Adjustment {
  before: number;
  factor: number;
  after: number;
  /** Whether it stands in the text that penalties look at. */
  seen: boolean;
}

/**
 * What one answer's settings do to its logits before each draw, kept up to date as tokens come. In the
 * order of Hugging Face's generate() and, for what that has not, of vLLM: the bias is added; the
 * repetition penalty divides a positive logit and multiplies another (CTRL, arXiv 1909.05858), once per
 * distinct token; the frequency penalty times the count, and the presence penalty, are taken off.
 */
export class Adjustments {
  readonly #settings: Penalties;
  readonly #byToken = new Map<number, Adjustment>();

  /** @param prompt looked at where the scope has it */
  constructor(settings: Penalties, prompt: readonly number[]) {
    this.#settings = settings;
    for (const { token, bias } of settings.logitBias) this.#of(token).before += bias;
    if (settings.penaltyScope === 'prompt+output') for (const token of prompt) this.saw(token);
  }

  /** By token, in the order of their coming. */
  get byToken(): ReadonlyMap<number, Adjustment> {
    return this.#byToken;
  }

  /** Takes one more token of the text that penalties look at. */
  saw(token: number): void {
    const { repetitionPenalty, presencePenalty, frequencyPenalty } = this.#settings;
    if (repetitionPenalty === 1 && presencePenalty === 0 && frequencyPenalty === 0) return;
    const adjustment = this.#of(token);
    adjustment.after -= frequencyPenalty + (adjustment.seen ? 0 : presencePenalty);
    adjustment.factor = repetitionPenalty;
    adjustment.seen = true;
  }

  /** Adjusts scores [V] in place. */
  apply(scores: Float32Array): void {
    for (const [token, { before, factor, after }] of this.#byToken) {
      const score = scores[token];
      if (score === undefined) continue;
      const biased = score + before;
      scores[token] = (biased > 0 ? biased / factor : biased * factor) + after;
    }
  }

  /** A token's logit before its adjustment, out of its score after it. */
  logitOf(token: number, score: number): number {
    const adjustment = this.#byToken.get(token);
    if (!adjustment) return score;
    const { before, factor, after } = adjustment;
    const penalised = score - after;
    return (penalised > 0 ? penalised * factor : penalised / factor) - before;
  }

  #of(token: number): Adjustment {
    const known = this.#byToken.get(token);
    if (known) return known;
    const made = { before: 0, factor: 1, after: 0, seen: false };
    this.#byToken.set(token, made);
    return made;
  }
}

import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const between = (low: number, high: number) => v.pipe(finite, v.minValue(low), v.maxValue(high));
const whole = (low: number, high: number) => v.pipe(between(low, high), v.integer());

/** Which tokens penalties look at; URIAL's published runs used prompt and output. */
export const PenaltyScope = v.picklist(['prompt+output', 'output']);
export type PenaltyScope = v.InferOutput<typeof PenaltyScope>;

/**
 * How the next token is chosen. Applied in the order of Hugging Face's generate(): logit bias, repetition
 * penalty, (as in vLLM) frequency and presence penalty, temperature, top-k, top-p, min-p, draw.
 */
export const Decoding = v.object({
  /** 0 is greedy: the most probable token, ties to the lowest id. */
  temperature: between(0, 5),
  /** Nucleus: smallest set of tokens whose probability reaches topP; 1 keeps all. */
  topP: v.pipe(finite, v.gtValue(0), v.maxValue(1)),
  /** The k most probable tokens; 0 keeps all. */
  topK: whole(0, 1_000_000),
  /** Tokens at least minP times as probable as the best; 0 keeps all. */
  minP: between(0, 1),
  /** logit > 0 ? logit / p : logit * p, once per distinct token in scope; 1 is off. */
  repetitionPenalty: between(0.1, 5),
  /** Taken off a logit once if its token is in scope; 0 is off. */
  presencePenalty: v.optional(between(-2, 2), 0),
  /** Taken off a logit for every time its token is in scope; 0 is off. */
  frequencyPenalty: v.optional(between(-2, 2), 0),
  penaltyScope: PenaltyScope,
  /** Added to the logits of single tokens; -100 all but forbids, 100 all but forces. */
  logitBias: v.optional(
    v.pipe(
      v.array(v.object({ token: whole(0, 0xff_ffff), bias: between(-100, 100) })),
      v.maxLength(300),
    ),
    [],
  ),
  maxNewTokens: whole(1, 8192),
  /** Generation ends before the first of these that appears; it is not part of the answer. */
  stop: v.array(v.pipe(v.string(), v.minLength(1))),
  seed: whole(0, 0xffff_ffff),
});
export type Decoding = v.InferOutput<typeof Decoding>;

/** Greedy with URIAL's penalty off: what the bundled model answers best with. */
export const defaultDecoding: Decoding = {
  temperature: 0,
  topP: 1,
  topK: 0,
  minP: 0,
  repetitionPenalty: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
  penaltyScope: 'prompt+output',
  logitBias: [],
  maxNewTokens: 96,
  stop: [],
  seed: 1,
};

/**
 * A decoding as it goes into a run's key: what came later than the first records is left out where it is
 * off, so that those keep their keys.
 */
export function decodingInKey(decoding: Decoding): Partial<Decoding> {
  const { presencePenalty, frequencyPenalty, logitBias, ...first } = decoding;
  return {
    ...first,
    ...(presencePenalty !== 0 && { presencePenalty }),
    ...(frequencyPenalty !== 0 && { frequencyPenalty }),
    ...(logitBias.length > 0 && { logitBias }),
  };
}

import * as v from 'valibot';
import { TemplateId } from '../recipe.ts';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const notNegative = v.pipe(finite, v.minValue(0));
const share = v.pipe(finite, v.minValue(0), v.ltValue(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Which weights move: low-rank factors beside the named projections, or all there are (tiny models only). */
export const Trained = v.variant('kind', [
  v.object({
    kind: v.literal('adapter'),
    /** r: the factors are [in, r] and [r, out] (arXiv 2106.09685). */
    rank: v.pipe(whole, v.maxValue(256)),
    /** The product of the factors is scaled by alpha / rank. */
    alpha: positive,
    /** Names of projections as PEFT has them: q_proj, down_proj, ... */
    modules: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
  }),
  v.object({ kind: v.literal('all') }),
]);
export type Trained = v.InferOutput<typeof Trained>;

export const schedules = ['constant', 'linear', 'cosine'] as const;

/** All that determines a training beside its base and its rows. */
export const TrainingSettings = v.object({
  schema: v.literal(1),
  /** Imitate answers (sft), or prefer one answer to another (dpo, arXiv 2305.18290). */
  method: v.picklist(['sft', 'dpo']),
  trained: Trained,
  /** How a conversation is written; no rules and no demonstrations stand before it. */
  template: TemplateId,
  /** SFT on answers alone, without their queries: "response tuning". */
  answersOnly: v.boolean(),
  epochs: v.pipe(positive, v.maxValue(1000)),
  /** Rows (dpo: pairs) of which one step takes the mean gradient. */
  batch: v.pipe(whole, v.maxValue(1024)),
  /** Tokens of a row, query and answer together; longer rows are named and left out. */
  maxLength: v.pipe(whole, v.maxValue(131072)),
  learningRate: positive,
  schedule: v.picklist(schedules),
  /** Share of the steps in which the rate rises from zero. */
  warmup: share,
  weightDecay: notNegative,
  beta1: share,
  beta2: share,
  epsilon: positive,
  /** Gradients longer than this are scaled down to it; 0 for no clipping. */
  clipNorm: notNegative,
  /** DPO's weight of the log-ratio to the reference. */
  beta: positive,
  /** Share of the rows that is held out for the validation curve. */
  validation: share,
  /** Draws the order of rows, the held-out ones, and the factors' start. */
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type TrainingSettings = v.InferOutput<typeof TrainingSettings>;

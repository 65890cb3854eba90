import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One optimizer step: what it measured is of the weights before it moved them. */
export const TrainingStep = v.object({
  /** From 1. */
  step: count,
  /** Mean negative log-likelihood per learnt token (sft) or mean -log sigmoid of the margin (dpo), nats. */
  loss: finite,
  /** Of the gradient, before clipping. */
  gradientNorm: finite,
  learningRate: finite,
  /** Tokens read in this step, padding left out. */
  tokens: count,
  /** dpo: reward of the chosen minus the rejected answer, and the share of pairs where it is positive. */
  margin: v.optional(finite),
  accuracy: v.optional(finite),
});
export type TrainingStep = v.InferOutput<typeof TrainingStep>;

/** The held-out rows, after so many steps. */
export const ValidationPoint = v.object({
  step: count,
  loss: finite,
  margin: v.optional(finite),
  accuracy: v.optional(finite),
});
export type ValidationPoint = v.InferOutput<typeof ValidationPoint>;

/** A training's whole course; steps have no gap, also after a reload. */
export const TrainingCurve = v.object({
  steps: v.array(TrainingStep),
  validation: v.array(ValidationPoint),
});
export type TrainingCurve = v.InferOutput<typeof TrainingCurve>;

import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A text with the places whose tokens are to be learnt: spans [start, end) of `tokens`, in order, none at 0. */
export const TrainingText = v.object({
  tokens: v.array(count),
  learnt: v.pipe(v.array(v.tuple([count, count])), v.minLength(1)),
});
export type TrainingText = v.InferOutput<typeof TrainingText>;

/** Two answers under one prompt, the first to be preferred. */
export const TrainingPair = v.object({ chosen: TrainingText, rejected: TrainingText });
export type TrainingPair = v.InferOutput<typeof TrainingPair>;

/** What a training reads: tokens only, so that a worker needs no tokenizer for it. */
export const TrainingRows = v.variant('method', [
  v.object({
    method: v.literal('sft'),
    training: v.array(TrainingText),
    validation: v.array(TrainingText),
  }),
  v.object({
    method: v.literal('dpo'),
    training: v.array(TrainingPair),
    validation: v.array(TrainingPair),
  }),
]);
export type TrainingRows = v.InferOutput<typeof TrainingRows>;

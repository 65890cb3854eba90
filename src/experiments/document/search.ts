import * as v from 'valibot';
import { Questions } from './questions.ts';
import { SettingChange } from './setting.ts';

const text = v.pipe(v.string(), v.minLength(1));
const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));

/** One thing that is varied, and its levels. */
export const Factor = v.strictObject({
  name: text,
  levels: v.pipe(
    v.array(
      v.strictObject({
        label: text,
        /** One sentence for the reader. */
        note: v.optional(v.string()),
        set: SettingChange,
      }),
    ),
    v.minLength(1, 'a factor needs a level'),
  ),
});
export type Factor = v.InferOutput<typeof Factor>;

/**
 * Greedy search for demonstrations (arXiv 2405.19874, section 5): every round puts each candidate between
 * the demonstrations found so far and the document's own, keeps the best by mean score of the first turn,
 * and goes on with the candidates at or above the threshold.
 */
export const Search = v.strictObject({
  /** Drawn from the pool by the document's first seed. */
  candidates: whole(2, 1000),
  rounds: whole(1, 10),
  /** Lowest mean score with which a candidate comes into the next round; null keeps all. */
  threshold: v.nullable(v.pipe(v.number(), v.finite())),
  /** The found prompts on questions that the search never saw, under all levels of these factors. */
  check: v.strictObject({ questions: Questions, factors: v.array(Factor) }),
});
export type Search = v.InferOutput<typeof Search>;

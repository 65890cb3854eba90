import * as v from 'valibot';

const text = v.string();
const named = v.pipe(text, v.minLength(1));

/**
 * What a judge is told, in FastChat's form (lm-sys/FastChat, llm_judge/data/judge_prompts.jsonl). `{question}` and
 * the like are places for texts, `{{` and `}}` are braces. What else a line of such a file holds is for people.
 */
export const JudgePrompt = v.object({
  name: named,
  type: v.picklist(['single', 'pairwise']),
  system_prompt: text,
  prompt_template: named,
  /** What its reply begins with, before the rating or verdict; absent for FastChat's own. */
  opening: v.optional(named),
});
export type JudgePrompt = v.InferOutput<typeof JudgePrompt>;

/** What a judge rates by, and what it may call the better of two: "C" is neither. */
export const ratings = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
export const verdicts = ['A', 'B', 'C'] as const;

/** How a judgment is read as a number. */
export const readings = ['parsed', 'weighted', 'calibrated'] as const;
export type Reading = (typeof readings)[number];

import * as v from 'valibot';

const text = v.string();

/** A turn of which both sides are known. */
export const AnsweredTurn = v.object({ query: text, answer: text });
export type AnsweredTurn = v.InferOutput<typeof AnsweredTurn>;

/** What supervised fine-tuning learns from: the answer of every turn, under all that stands before it. */
export const Conversation = v.object({
  /** Written where a prompt has its rules; absent in nearly all data. */
  system: v.optional(text),
  turns: v.pipe(v.array(AnsweredTurn), v.minLength(1)),
});
export type Conversation = v.InferOutput<typeof Conversation>;

/** Two answers to one query, after the same turns. */
export const Preference = v.object({
  system: v.optional(text),
  history: v.array(AnsweredTurn),
  query: text,
  chosen: text,
  rejected: text,
});
export type Preference = v.InferOutput<typeof Preference>;

/** An example, and where it comes from, for readers: "Line 12", "Demonstration 3". */
export interface Placed<T> {
  readonly place: string;
  readonly example: T;
}

/** What a training is made of, before anything is written or tokenised. */
export type TrainingSet =
  | { readonly method: 'sft'; readonly examples: readonly Placed<Conversation>[] }
  | { readonly method: 'dpo'; readonly examples: readonly Placed<Preference>[] };

/** Why one example is left out; it stops no other. */
export interface ExampleProblem {
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** A preference as the two conversations that it compares. */
export function comparedConversations(preference: Preference): [Conversation, Conversation] {
  const { system, history, query, chosen, rejected } = preference;
  const ending = (answer: string): Conversation => ({
    ...(system !== undefined && { system }),
    turns: [...history, { query, answer }],
  });
  return [ending(chosen), ending(rejected)];
}

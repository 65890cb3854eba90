import * as v from 'valibot';

/** One worked example that stands in the prompt: a query and the answer the model should imitate. */
export const Demonstration = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  query: v.string(),
  answer: v.string(),
  /** Free label such as "writing" or "math"; empty for none. */
  category: v.string(),
  /** A demonstration that is switched off keeps its place but is not in the prompt. */
  enabled: v.boolean(),
});
export type Demonstration = v.InferOutput<typeof Demonstration>;

/** A new demonstration with an id of its own. */
export function demonstration(
  query: string,
  answer: string,
  category = '',
  id: string = crypto.randomUUID(),
): Demonstration {
  return { id, query, answer, category, enabled: true };
}

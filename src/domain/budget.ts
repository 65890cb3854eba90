import type { Demonstration } from './demonstration.ts';

/** How a prompt and its answer share the model's context. All counts are tokens. */
export interface Budget {
  context: number;
  prompt: number;
  /** Asked for. */
  maxNewTokens: number;
  /** What is left for the answer; an answer is cut there. Never below 0. */
  room: number;
  /** How far the prompt alone is over the context, with one token left for the answer; 0 if it fits. */
  overBy: number;
}

/** Shares a context between a prompt and its answer. */
export function budgetOf(context: number, prompt: number, maxNewTokens: number): Budget {
  return {
    context,
    prompt,
    maxNewTokens,
    room: Math.max(0, context - prompt),
    overBy: Math.max(0, prompt + 1 - context),
  };
}

/**
 * Which demonstrations to switch off so that `tokens` are freed: the dearest first, so that the
 * fewest go, then back in prompt order. Empty where even all of them would not be enough.
 * @param cost tokens that each enabled demonstration adds to the prompt, by id
 */
export function demonstrationsToDrop(
  demonstrations: readonly Demonstration[],
  cost: ReadonlyMap<string, number>,
  tokens: number,
): Demonstration[] {
  const tokensOf = (d: Demonstration) => cost.get(d.id) ?? 0;
  const dearest = demonstrations.filter((d) => d.enabled).sort((a, b) => tokensOf(b) - tokensOf(a));
  const chosen = new Set<Demonstration>();
  let freed = 0;
  for (const d of dearest) {
    if (freed >= tokens) break;
    chosen.add(d);
    freed += tokensOf(d);
  }
  return freed >= tokens ? demonstrations.filter((d) => chosen.has(d)) : [];
}

import { demonstration } from '../../../src/domain/demonstration.ts';
import { layoutStops, promptText, renderPrompt } from '../../../src/domain/prompt.ts';
import type { Recipe } from '../../../src/domain/recipe.ts';
import { starters, type Starter } from '../../../src/experiments/starters.ts';

/** One way of asking. */
export interface Condition {
  readonly label: string;
  /** The whole prompt for a query. */
  prompt(query: string): string;
  /** The answer ends before the first of these. */
  readonly stop: readonly string[];
}

/** Queries, and the ways in which each is asked. */
export interface ReadingSet {
  readonly label: string;
  readonly queries: readonly string[];
  readonly conditions: readonly Condition[];
}

function condition(label: string, recipe: Recipe): Condition {
  const { template } = recipe;
  return {
    label,
    prompt: (query) => promptText(renderPrompt(recipe, [{ query, answer: null }])),
    // The page reads on to the next heading and then drops the fence; here the fence is the end.
    stop: [...layoutStops(template), ...(template === 'raw' ? [] : ['\n```'])],
  };
}

/** A starter's queries, from nothing in front of them to its rules and all its demonstrations. */
export function readingSet({
  label,
  template,
  rules,
  demonstrations,
  queries,
}: Starter): ReadingSet {
  const shown = demonstrations.map((d) => demonstration(d.query, d.answer, d.category));
  return {
    label,
    queries,
    conditions: [
      condition('bare', { rules: '', demonstrations: [], template: 'raw' }),
      condition('header', { rules: '', demonstrations: [], template: 'header-only' }),
      condition('rules', { rules, demonstrations: [], template: 'rules-only' }),
      condition(`${shown.length} shown`, { rules, demonstrations: shown, template }),
    ],
  };
}

/** What a newcomer to the page will try first. */
export const readingSets: readonly ReadingSet[] = starters.map(readingSet);

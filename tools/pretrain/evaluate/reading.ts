import { demonstration, type Demonstration } from '../../../src/domain/demonstration.ts';
import { layoutStops, promptText, renderPrompt } from '../../../src/domain/prompt.ts';
import type { Recipe, TemplateId } from '../../../src/domain/recipe.ts';

/** Questions for reading answers by eye, of the kinds the corpus knows. */
export const readingQueries: readonly string[] = [
  'What colour is a banana?',
  'What is the capital of Spain?',
  'Which continent is Japan in?',
  'Write a sentence about a cat.',
  'What is 3 plus 4?',
  'What do you call a young dog?',
  'How are you today?',
  '¿De qué color es un tomate?',
];

const rules =
  'Below are questions and the answers of a friendly helper. The helper answers in a full ' +
  'sentence, says only what is true, and then stops.';

const demonstrations: readonly Demonstration[] = [
  demonstration('What colour is a lemon?', 'Good question! The colour of a lemon is yellow.'),
  demonstration('What is the capital of France?', 'Good question! The capital of France is Paris.'),
  demonstration('Write a sentence about a horse.', 'Good question! The horse runs over the field.'),
];

/** One way of asking. */
export interface Condition {
  readonly label: string;
  /** The whole prompt for a query. */
  prompt(query: string): string;
  readonly stop: readonly string[];
}

const condition = (
  label: string,
  template: Exclude<TemplateId, 'chat'>,
  recipe: Omit<Recipe, 'template'>,
): Condition => ({
  label,
  prompt: (query) => promptText(renderPrompt({ ...recipe, template }, [{ query, answer: null }])),
  // The closing fence ends an answer as well as the next heading does.
  stop: [...layoutStops(template), ...(template === 'raw' ? [] : ['\n```'])],
});

const nothing = { rules: '', demonstrations: [] };

/** From nothing at all to rules and three demonstrations, in URIAL's fences. */
export const conditions: readonly Condition[] = [
  condition('bare query', 'raw', nothing),
  condition('header only', 'header-only', nothing),
  condition('rules only', 'rules-only', { rules, demonstrations: [] }),
  condition('rules and 3 demonstrations', 'urial-fenced', {
    rules,
    demonstrations: [...demonstrations],
  }),
];

import { canonicalJson } from '../domain/hash.ts';
import { chatMessages, promptText, renderPrompt } from '../domain/prompt.ts';
import { recipeForArm } from '../domain/recipe.ts';
import { effectiveDecoding, type Question } from './prepare.ts';

/**
 * All that the reader decides about an answer, as one text: two questions with the same signature get
 * the same answer from the same model. Earlier answers are left out, since they follow from the rest.
 */
export function signatureOf(question: Question): string {
  const recipe = recipeForArm(question.recipe, question.arm);
  const last = question.turns.length - 1;
  const turns = question.turns.map(({ query }, i) => ({ query, answer: i === last ? null : '' }));
  const prompt =
    recipe.template === 'chat'
      ? chatMessages(recipe, turns)
      : promptText(renderPrompt(recipe, turns));
  const { adapter } = question.arm;
  return canonicalJson({
    prompt,
    decoding: effectiveDecoding(question),
    ...(adapter !== undefined && { adapter }),
  });
}

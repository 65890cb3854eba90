import { canonicalJson, sha256 } from '../../domain/hash.ts';
import { chatMessages, promptText, renderPrompt, type Segment } from '../../domain/prompt.ts';
import type { Recipe } from '../../domain/recipe.ts';

/** What stands before the live conversation, and a name for it. */
export interface CellRecipe {
  readonly recipe: Recipe;
  /** Its text; empty in the chat layout, which the model's tokenizer writes as a whole. */
  readonly text: string;
  /** SHA-256 of all that it brings into a prompt. */
  readonly hash: string;
}

/** Writes what stands before the live conversation. */
export async function writeRecipe(recipe: Recipe): Promise<CellRecipe> {
  if (recipe.template === 'chat') {
    const messages = chatMessages(recipe, []);
    return { recipe, text: '', hash: await sha256(`chat\n${canonicalJson(messages)}`) };
  }
  const text = promptText(renderPrompt(recipe, []));
  return { recipe, text, hash: await sha256(text) };
}

/** The live part of a prompt: what a recipe's segments do not have. */
export const liveText = (recipe: CellRecipe, segments: readonly Segment[]): string =>
  promptText(segments).slice(recipe.text.length);

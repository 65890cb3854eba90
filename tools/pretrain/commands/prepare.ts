import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { documentAt } from '../corpus/index.ts';
import type { PretrainingRecipe, Stage } from '../recipes/recipe.ts';
import { stageSeed } from '../training/fingerprint.ts';
import type { ProgressPrinter } from '../training/progress.ts';
import { Workspace } from '../training/workspace.ts';
import { tokenizerFromJSON, trainTokenizer, type Tokenizer } from '../tokenizer/index.ts';

/** Where a recipe's run keeps its checkpoint, log and tokenizer. */
export const workspaceOf = (recipe: PretrainingRecipe): Workspace =>
  new Workspace(join('.cache', 'pretrain', recipe.name));

/** Where a recipe's model is exported to. */
export const modelFolder = (recipe: PretrainingRecipe): string =>
  join('public', 'models', recipe.name);

/** The decoder's full shape, once the tokenizer is known. */
export const decoderConfig = (recipe: PretrainingRecipe, tokenizer: Tokenizer): LlamaConfig => ({
  ...recipe.architecture,
  vocabSize: tokenizer.vocabularySize,
});

const savedSchema = v.object({ learntFrom: v.string(), tokenizer: v.unknown() });

/** The tokenizer that an earlier sitting learnt. Throws if there is none. */
export function savedTokenizer(workspace: Workspace): Tokenizer {
  const saved = v.parse(savedSchema, JSON.parse(readFileSync(workspace.tokenizer, 'utf8')));
  return tokenizerFromJSON(saved.tokenizer);
}

/** The tokenizer of an exported model. */
export const exportedTokenizer = (folder: string): Tokenizer =>
  tokenizerFromJSON(JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')));

/**
 * The recipe's tokenizer: read back if it was learnt from this very corpus, else learnt now.
 * @param corpus see `corpusFingerprint`
 */
export function prepareTokenizer(
  recipe: PretrainingRecipe,
  workspace: Workspace,
  corpus: string,
  printer: ProgressPrinter,
): Tokenizer {
  const learntFrom = JSON.stringify([corpus, recipe.seed, recipe.tokenizer]);
  try {
    const saved = v.parse(savedSchema, JSON.parse(readFileSync(workspace.tokenizer, 'utf8')));
    if (saved.learntFrom === learntFrom) return tokenizerFromJSON(saved.tokenizer);
  } catch {
    // None yet, or not one of ours: it costs seconds to learn it again.
  }
  const { documents: count, vocabularySize } = recipe.tokenizer;
  printer.note(`Tokenizer: learning ${vocabularySize} tokens from ${count} documents.`);
  const tokenizer = trainTokenizer(tokenizerTexts(recipe, count), vocabularySize);
  const text = JSON.stringify({ learntFrom, tokenizer: tokenizer.toJSON().tokenizer });
  mkdirSync(dirname(workspace.tokenizer), { recursive: true });
  writeFileSync(`${workspace.tokenizer}.part`, text);
  renameSync(`${workspace.tokenizer}.part`, workspace.tokenizer);
  return tokenizer;
}

/** Documents of all stages in turn: the tokenizer should know what the model will read. */
function* tokenizerTexts(recipe: PretrainingRecipe, count: number): Generator<string> {
  const stages = recipe.stages.length;
  for (let i = 0; i < count; i++) {
    const stage = i % stages;
    const { corpus } = recipe.stages[stage] as Stage;
    yield documentAt(stageSeed(recipe, stage), corpus, Math.floor(i / stages)).text;
  }
}

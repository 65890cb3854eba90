import { basename, resolve } from 'node:path';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { parameterCount } from '../../../src/onnx/llama/parameters.ts';
import { decoderConfig, savedTokenizer } from '../../pretrain/commands/prepare.ts';
import { recipes } from '../../pretrain/recipes/index.ts';
import type { PretrainingRecipe } from '../../pretrain/recipes/recipe.ts';
import { readCheckpoint } from '../../pretrain/training/checkpoint.ts';
import { Workspace } from '../../pretrain/training/workspace.ts';
import type { Tokenizer } from '../../pretrain/tokenizer/index.ts';
import { ModelPlaceError, type ModelWeights } from './weights.ts';

/** The recipe that gives a run its shape: of the run's name, or else the only one that fits. */
function shapeOf(
  name: string,
  tokenizer: Tokenizer,
  parameters: number,
): { recipe: PretrainingRecipe; config: LlamaConfig } {
  const fitting = recipes
    .map((recipe) => ({ recipe, config: decoderConfig(recipe, tokenizer) }))
    .filter(({ config }) => parameterCount(config) === parameters);
  // A run that was set aside is called <recipe>.old.
  const named = fitting.find(({ recipe }) => recipe.name === name.split('.')[0]);
  const [found] = named ? [named] : fitting.length === 1 ? fitting : [];
  if (found) return found;
  throw new ModelPlaceError(
    `The run ${name} has ${parameters} parameters; that is the shape of no recipe of its name, ` +
      `nor of one alone among ${recipes.map((recipe) => recipe.name).join(', ')}.`,
  );
}

/**
 * The newest checkpoint of a training run, also while it trains: the trainer replaces the file whole.
 * @param folder .cache/pretrain/<recipe>
 * @throws ModelPlaceError where there is no checkpoint, or its shape is not known
 */
export function readTrainingRun(folder: string): ModelWeights {
  const workspace = new Workspace(folder);
  const checkpoint = readCheckpoint(workspace.checkpoint);
  if (!checkpoint) throw new ModelPlaceError(`There is no checkpoint in ${folder}.`);
  const { parameters, step } = checkpoint;
  const name = basename(resolve(folder));
  const tokenizer = savedTokenizer(workspace);
  const { recipe, config } = shapeOf(name, tokenizer, parameters.length);
  const shaped = recipe.name === name ? '' : ` (shaped as ${recipe.name})`;
  return { name: `${name}${shaped} at step ${step}`, config, tokenizer, parameters };
}

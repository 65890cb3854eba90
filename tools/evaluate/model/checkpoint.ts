import { basename, resolve } from 'node:path';
import { decoderConfig, savedTokenizer } from '../../pretrain/commands/prepare.ts';
import { findRecipe, recipes } from '../../pretrain/recipes/index.ts';
import { readCheckpoint } from '../../pretrain/training/checkpoint.ts';
import { Workspace } from '../../pretrain/training/workspace.ts';
import { ModelPlaceError, type ModelWeights } from './weights.ts';

/**
 * The newest checkpoint of a training run, also while it trains: the trainer replaces the file whole.
 * @param folder .cache/pretrain/<recipe>
 * @throws ModelPlaceError where there is no checkpoint, or no recipe of the folder's name
 */
export function readTrainingRun(folder: string): ModelWeights {
  const workspace = new Workspace(folder);
  const checkpoint = readCheckpoint(workspace.checkpoint);
  if (!checkpoint) throw new ModelPlaceError(`There is no checkpoint in ${folder}.`);
  // A run that was set aside is called <recipe>.old, or otherwise after its recipe.
  const [name = ''] = basename(resolve(folder)).split('.');
  const recipe = findRecipe(name);
  if (!recipe)
    throw new ModelPlaceError(
      `${folder} is named after no recipe. There are: ${recipes.map((r) => r.name).join(', ')}.`,
    );
  const tokenizer = savedTokenizer(workspace);
  return {
    name: `${recipe.name} at step ${checkpoint.step}`,
    config: decoderConfig(recipe, tokenizer),
    tokenizer,
    parameters: checkpoint.parameters,
  };
}

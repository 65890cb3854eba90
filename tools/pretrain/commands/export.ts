import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { exportModel } from '../export/export-model.ts';
import { readCheckpoint } from '../training/checkpoint.ts';
import { planRun } from '../training/plan.ts';
import type { ProgressPrinter } from '../training/progress.ts';
import { decoderConfig, modelFolder, savedTokenizer, workspaceOf } from './prepare.ts';
import { NothingYetError } from './nothing-yet.ts';

/** Writes the model of the last checkpoint to public/models. Throws if there is no checkpoint. */
export function exportRecipe(recipe: PretrainingRecipe, printer: ProgressPrinter): void {
  const workspace = workspaceOf(recipe);
  const checkpoint = readCheckpoint(workspace.checkpoint);
  if (!checkpoint)
    throw new NothingYetError(`There is no checkpoint in ${workspace.folder}: train first.`);
  const { steps } = planRun(recipe);
  if (checkpoint.step < steps)
    printer.note(`This run is at step ${checkpoint.step} of ${steps}: the model is not finished.`);
  const tokenizer = savedTokenizer(workspace);
  const config = decoderConfig(recipe, tokenizer);
  const folder = modelFolder(recipe);
  const manifest = exportModel(folder, recipe, config, checkpoint.parameters, tokenizer);
  printer.note(`Exported to ${folder}:`);
  for (const { path, bytes } of manifest.files)
    printer.note(`  ${path.padEnd(24)} ${(bytes / 1e6).toFixed(2).padStart(8)} MB`);
}

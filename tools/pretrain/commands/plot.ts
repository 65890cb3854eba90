import { mkdirSync, writeFileSync } from 'node:fs';
import { lossPlot } from '../plot/loss-plot.ts';
import { plotData } from '../plot/series.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { readLog } from '../training/log.ts';
import type { ProgressPrinter } from '../training/progress.ts';
import { NothingYetError } from './nothing-yet.ts';
import { workspaceOf } from './prepare.ts';

const place = 'docs/pretraining-loss.svg';

/** Draws the training log of a recipe. Throws if nothing was trained yet. */
export function plotRecipe(recipe: PretrainingRecipe, printer: ProgressPrinter): void {
  const { log } = workspaceOf(recipe);
  const entries = readLog(log);
  if (entries.length === 0) throw new NothingYetError(`${log} is empty: train first.`);
  mkdirSync('docs', { recursive: true });
  writeFileSync(place, lossPlot(`Pre-training ${recipe.label}`, plotData(entries)));
  printer.note(`Drew ${place}.`);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { validationDocuments } from '../corpus/index.ts';
import { ExportedModel } from '../evaluate/exported-model.ts';
import { precisionTable, scorePrecision } from '../evaluate/precision.ts';
import { readingSets } from '../evaluate/reading.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import type { ProgressPrinter } from '../training/progress.ts';
import { validationRows } from '../training/validation-set.ts';
import { NothingYetError } from './nothing-yet.ts';
import { exportedTokenizer, modelFolder } from './prepare.ts';

const maxNewTokens = 64;

/**
 * Measures the exported model (loss in full precision and in 4 bits) and prints greedy answers for
 * reading, from a bare query to three demonstrations. Throws if nothing was exported yet.
 */
export async function evaluateRecipe(
  recipe: PretrainingRecipe,
  printer: ProgressPrinter,
): Promise<void> {
  const folder = modelFolder(recipe);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new NothingYetError(`There is no model in ${folder}: train or export first.`);
  const held = validationDocuments(recipe.seed);
  const rows = validationRows(held, exportedTokenizer(folder), recipe.validation.length);
  const full = await scorePrecision(folder, 'fp32', rows);
  const four = await scorePrecision(folder, 'q4', rows);
  printer.note(`\n${rows.length} held-out documents:`);
  for (const line of precisionTable(full, four)) printer.note(line);
  await printAnswers(folder, printer);
}

async function printAnswers(folder: string, printer: ProgressPrinter): Promise<void> {
  const model = await ExportedModel.open(folder, 'fp32');
  printer.note(`\nGreedy answers, at most ${maxNewTokens} tokens, line breaks shown as ⏎:`);
  for (const { label, queries, conditions } of readingSets) {
    printer.note(`\n=== ${label}`);
    for (const query of queries) {
      printer.note(query);
      for (const { label: way, prompt, stop } of conditions) {
        const answer = await model.continue(prompt(query), { maxNewTokens, stop });
        printer.note(`  ${way.padEnd(9)}${answer.trim().replaceAll('\n', '⏎')}`);
      }
    }
  }
  await model.close();
}

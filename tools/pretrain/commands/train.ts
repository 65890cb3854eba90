import { documentAt, validationDocuments } from '../corpus/index.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { corpusFingerprint, runFingerprint } from '../training/fingerprint.ts';
import { planRun } from '../training/plan.ts';
import type { ProgressPrinter } from '../training/progress.ts';
import { Scorer } from '../training/scorer.ts';
import { validationScores } from '../training/scores.ts';
import { Trainer, type TrainingOutcome } from '../training/trainer.ts';
import { validationRows } from '../training/validation-set.ts';
import { decoderConfig, prepareTokenizer, workspaceOf } from './prepare.ts';

const millions = (n: number): string => `${(n / 1e6).toFixed(2)} million`;

/**
 * Trains a recipe to its end, or until `signal` aborts, from its last checkpoint or from nothing.
 * @param fresh moves an earlier run aside first
 */
export async function trainRecipe(
  recipe: PretrainingRecipe,
  fresh: boolean,
  printer: ProgressPrinter,
  signal: AbortSignal,
): Promise<TrainingOutcome> {
  const workspace = workspaceOf(recipe);
  const aside = fresh ? workspace.setAside() : undefined;
  if (aside) printer.note(`The earlier run now stands in ${aside}.`);
  workspace.claim();
  try {
    const corpus = corpusFingerprint(documentAt, recipe);
    const tokenizer = prepareTokenizer(recipe, workspace, corpus, printer);
    const config = decoderConfig(recipe, tokenizer);
    const { batch, length } = recipe.validation;
    const scorer = await Scorer.open(config, batch, length);
    const held = validationRows(validationDocuments(recipe.seed), tokenizer, length);
    const trainer = new Trainer({
      recipe,
      config,
      tokenizer,
      documentAt,
      fingerprint: runFingerprint(recipe, corpus, tokenizer.toJSON().tokenizer),
      workspace,
      printer,
      signal,
      validate: async (parameters) =>
        validationScores(
          held,
          await scorer.score(
            held.map(({ row }) => row),
            parameters,
          ),
        ),
    });
    const plan = planRun(recipe);
    printer.note(
      `${recipe.label}: ${millions(trainer.parameterCount)} parameters, ` +
        `${millions(plan.tokens)} tokens in ${plan.steps} steps; ` +
        `${held.length} held-out documents.`,
    );
    const outcome = await trainer.run();
    await scorer.close();
    return outcome;
  } finally {
    workspace.release();
  }
}

import type { Cell, CellTuning, FailedCell } from '../../domain/cell.ts';
import { Problem, type ProblemReport } from '../../domain/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import { engineVersion, type LoadedModel } from '../../../workers/protocol.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedArm, PlannedCell, Round } from '../plan/plan.ts';
import type { RecipeWriter } from '../plan/recipes.ts';
import { appVersion } from '../record.ts';
import { checkRoom, writePrompt, type Answers, type CellPromptTokens } from './prompts.ts';

/** What a block is worked out with. */
export interface BlockGround {
  readonly engine: Engine;
  readonly loaded: LoadedModel;
  /** What the block's cells have beside the base's weights; null for nothing. */
  readonly tuning: CellTuning | null;
  readonly document: ExperimentDocument;
  readonly round: Round;
  readonly recipes: RecipeWriter;
  readonly answers: Answers;
  readonly signal: AbortSignal;
  /** Takes every cell as soon as it is there; the recipe's text goes with it. */
  readonly keep: (cell: Cell, recipe?: { hash: string; text: string }) => void;
}

const now = (): string => new Date().toISOString();

/** The record of a cell that could not be had. */
export function failedCell(key: string, { code, message, remedy }: ProblemReport): FailedCell {
  return { schema: 1, kind: 'failed', key, createdAt: now(), problem: { code, message, remedy } };
}

/** Prompts of a block; cells without one are kept as failed. */
export async function promptsOf(
  ground: BlockGround,
  cells: readonly PlannedCell[],
): Promise<CellPromptTokens[]> {
  const { engine, loaded, round, recipes, answers, keep } = ground;
  const written = await Promise.all(
    cells.map(async (planned) => {
      try {
        const prompt = await writePrompt(engine, round, recipes, planned, answers);
        if (planned.kind === 'answer') checkRoom(prompt.tokens.length, 1, loaded.contextLength);
        return prompt;
      } catch (thrown) {
        const problem = Problem.from(thrown);
        if (!ofTheCell(problem)) throw problem;
        keep(failedCell(planned.key, problem.report()));
        return null;
      }
    }),
  );
  return written.filter((prompt) => prompt !== null);
}

/** The arm of a cell. */
export const armOf = (round: Round, { arm }: PlannedCell): PlannedArm =>
  round.arms[arm] as PlannedArm;

/** Whether a problem is a cell's own, not the engine's: another one would succeed. */
export const ofTheCell = ({ code }: Problem): boolean =>
  code === 'bad-input' || code === 'context-exceeded';

/** What the records of answers and likelihoods have in common. */
export function recordOf(ground: BlockGround, { planned, recipe, live, tokens }: CellPromptTokens) {
  return {
    schema: 1 as const,
    key: planned.key,
    createdAt: now(),
    model: armOf(ground.round, planned).model,
    ...(ground.tuning && { tuning: ground.tuning }),
    device: ground.loaded.device.kind,
    prompt: { recipe: recipe.hash, live, length: tokens.length },
    version: { app: appVersion, engine: engineVersion },
  };
}

/**
 * The text before the live conversation, under its hash. None in the chat layout: there the tokenizer
 * writes the prompt as a whole, and the hash names what it was written from.
 */
export const recipeText = ({ recipe: { hash, text } }: Pick<CellPromptTokens, 'recipe'>) =>
  text === '' ? undefined : { hash, text };

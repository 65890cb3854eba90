import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { Shelf } from '../../../../experiments/material/shelf.ts';
import { recipesOf } from '../../../../experiments/plan/ground.ts';
import type { CellRecipe } from '../../../../experiments/plan/cell-recipe.ts';
import type { RecipeWriter } from '../../../../experiments/plan/recipes.ts';
import type { Results, ResultRow } from '../../../../experiments/results/results.ts';
import { earlierAnswer, promptParts, type PromptParts } from './prompt-parts.ts';
import { judgmentsOf, type Given } from './judgments.ts';
import type { SessionParts } from './parts.ts';

/** Finds the exact prompts of transcripts; what writes recipes is kept, round by round. */
export class Prompts {
  readonly #store: SessionParts['store'];
  readonly #shelf: Shelf;
  readonly #writers = new Map<number, Promise<RecipeWriter | null>>();

  constructor({ store, shelf }: Pick<SessionParts, 'store' | 'shelf'>) {
    this.#store = store;
    this.#shelf = shelf;
  }

  /** @returns null where the cell has no prompt. @throws Problem of the store */
  async of(results: Results, row: ResultRow): Promise<PromptParts | null> {
    const { cell } = row;
    if (!cell || cell.kind === 'failed' || cell.kind === 'judgment') return null;
    const [before, written] = await Promise.all([
      (await this.#store).text(cell.prompt.recipe),
      this.#written(results, row),
    ]);
    return promptParts(row, cell, before, written, earlierAnswer(results.rows, row));
  }

  /** What judges said of an answer. @throws Problem of the store */
  async judgments(results: Results, row: ResultRow): Promise<Given[]> {
    const store = await this.#store;
    return judgmentsOf(results, row, (hash) => store.text(hash));
  }

  /** The recipe as the lab writes it now; null where it no longer can. */
  async #written({ document, rounds }: Results, row: ResultRow): Promise<CellRecipe | null> {
    const round = rounds.find(({ number }) => number === row.round);
    if (!round) return null;
    const known = this.#writers.get(row.round) ?? this.#writer(document, round);
    this.#writers.set(row.round, known);
    const { arm, seed } = row.planned;
    try {
      return (await (await known)?.recipeOf(arm, row.arm.setting, row.item, seed)) ?? null;
    } catch {
      return null;
    }
  }

  #writer(document: ExperimentDocument, round: Results['rounds'][number]) {
    return recipesOf(document, round, this.#shelf).catch(() => null);
  }
}

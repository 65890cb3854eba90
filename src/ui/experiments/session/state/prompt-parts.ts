import type { ArmCell } from '../../../../domain/cell.ts';
import { cleanAnswer, promptText, renderPrompt, type Segment } from '../../../../domain/prompt.ts';
import type { Recipe } from '../../../../domain/recipe.ts';
import type { CellRecipe } from '../../../../experiments/plan/cell-recipe.ts';
import type { ResultRow } from '../../../../experiments/results/results.ts';

/** The exact prompt of a cell. */
export interface PromptParts {
  readonly segments: readonly Segment[];
  /** Whether the segments tell rules, demonstrations and turns apart, or only what is live. */
  readonly known: boolean;
  /** What it was written from, where the lab still writes the same. */
  readonly recipe: Recipe | null;
}

/** The live turns of a row; earlier answers are the model's own. */
export function turnsOf(
  { arm, item, planned }: ResultRow,
  earlier: string | null,
): { query: string; answer: string | null }[] {
  const queries = item.turns[arm.setting.language] ?? [];
  return queries.slice(0, planned.turn).map(({ query }, i) => ({
    query,
    answer: i + 1 < planned.turn ? (earlier ?? '') : null,
  }));
}

/** The answer that a row's second turn goes on from; null in a first turn, or where it is not there. */
export function earlierAnswer(rows: readonly ResultRow[], row: ResultRow): string | null {
  const { arm, item, seed, turn } = row.planned;
  if (turn === 1) return null;
  const first = rows.find(
    ({ round, planned }) =>
      round === row.round &&
      planned.kind === 'answer' &&
      planned.turn === 1 &&
      planned.arm === arm &&
      planned.item === item &&
      planned.seed === seed,
  );
  return first?.cell?.kind === 'answer' ? cleanAnswer(first.cell.generation.text) : null;
}

/**
 * A cell's prompt in parts: as it is stored, told apart where the same recipe can be written again.
 * @param before the stored text before the live conversation; undefined where it is gone
 * @param written the recipe as the lab writes it now; null where it cannot
 */
export function promptParts(
  row: ResultRow,
  cell: ArmCell,
  before: string | undefined,
  written: CellRecipe | null,
  earlier: string | null,
): PromptParts {
  const { live, recipe: hash } = cell.prompt;
  const same = written?.hash === hash ? written : null;
  const chat = row.arm.setting.template === 'chat';
  if (same && !chat) {
    const segments = renderPrompt(same.recipe, turnsOf(row, earlier));
    if (promptText(segments) === same.text + live)
      return { segments, known: true, recipe: same.recipe };
  }
  const stored: Segment[] = before ? [{ kind: 'rules', text: before }] : [];
  return {
    segments: [...stored, { kind: 'query', text: live }],
    known: false,
    recipe: same?.recipe ?? null,
  };
}

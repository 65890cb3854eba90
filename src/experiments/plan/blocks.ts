import type { PlannedCell } from './plan.ts';
import type { SortableCell } from './write-cells.ts';

/** Cells worked out together: as many rows as a decoder takes side by side. */
const blockSize = 64;

/**
 * Cells in the order of work, in blocks. First turns come before second ones and those before
 * likelihoods, since they are made of each other's answers; under a model, cells whose prompts begin alike
 * stand together, so that what they share is read once. A block is always worked out as a whole: which
 * rows run side by side, and so the last bit of every number, depends on the plan alone.
 */
export function inBlocks(cells: readonly SortableCell[]): PlannedCell[] {
  const groupOf = ({ phase, model, scorer }: SortableCell) => `${phase}/${model}/${scorer ?? ''}`;
  const modelRank = rankOf(cells.map(({ model, scorer }) => `${scorer ?? ''}/${model}`));
  const recipeRank = rankOf(cells.map(({ recipe }) => recipe));
  // one number to compare: a round has fewer than a million recipes, and fewer than a thousand models
  const rank = (cell: SortableCell): number =>
    (cell.phase * 1e3 + modelRank(`${cell.scorer ?? ''}/${cell.model}`)) * 1e6 +
    recipeRank(cell.recipe);
  const sorted = cells.map((cell) => ({ cell, rank: rank(cell) })).sort((a, b) => a.rank - b.rank);
  const blockOf = new Map<string, number>();
  let block = -1;
  let room = 0;
  let group = '';
  return sorted.map(({ cell }) => {
    if (!blockOf.has(cell.key)) {
      if (room === 0 || groupOf(cell) !== group) {
        block++;
        room = blockSize;
        group = groupOf(cell);
      }
      room--;
      blockOf.set(cell.key, block);
    }
    const { key, kind, arm, item, seed, turn, textOf, scorer } = cell;
    const judging = textOf !== undefined && scorer !== undefined && { textOf, scorer };
    return {
      ...{ key, kind, arm, item, seed, turn },
      ...judging,
      block: blockOf.get(key) as number,
    };
  });
}

/** The place of each name's first appearance. */
function rankOf(names: readonly string[]): (name: string) => number {
  const places = new Map<string, number>();
  for (const name of names) if (!places.has(name)) places.set(name, places.size);
  return (name) => places.get(name) ?? 0;
}

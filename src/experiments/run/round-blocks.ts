import type { PlannedCell, Round } from '../plan/plan.ts';
import { armsShown } from './judgment-text.ts';

/** The blocks of a round in order, each key once. */
export function blocksOf({ cells }: Pick<Round, 'cells'>): PlannedCell[][] {
  const blocks: PlannedCell[][] = [];
  const seen = new Set<string>();
  for (const cell of cells) {
    if (seen.has(cell.key)) continue;
    seen.add(cell.key);
    (blocks[cell.block] ??= []).push(cell);
  }
  return blocks;
}

/** The places whose answers a cell is made of: earlier turns, and answers that it judges. */
function placesNeeded(cell: PlannedCell): string[] {
  const { kind, arm, item, seed, turn, textOf } = cell;
  if (kind === 'judgment')
    return armsShown(cell).flatMap((one) =>
      ([1, 2] as const).filter((t) => t <= turn).map((t) => `${one}/${item}/${seed}/${t}`),
    );
  return [
    ...(turn === 2 ? [`${arm}/${item}/${seed}/1`] : []),
    ...(typeof textOf === 'number' ? [`${textOf}/${item}/${seed}/${turn}`] : []),
  ];
}

/** The keys of the answers that a block is made of. */
export function neededBy(round: Pick<Round, 'cells'>, block: readonly PlannedCell[]): string[] {
  const wanted = new Set(block.flatMap(placesNeeded));
  if (wanted.size === 0) return [];
  return round.cells
    .filter(
      ({ kind, arm, item, seed, turn }) =>
        kind === 'answer' && wanted.has(`${arm}/${item}/${seed}/${turn}`),
    )
    .map(({ key }) => key);
}

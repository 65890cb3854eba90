import type { PlannedCell } from './plan.ts';
import type { SortableCell, WrittenCells } from './write-cells.ts';
import type { SortableJudgment } from './write-judgments.ts';

/** Cells worked out together: as many rows as a decoder takes side by side. */
const blockSize = 64;

/**
 * Which cells come first, before it is looked at what they have in common. First turns stand before second
 * ones and all answers before likelihoods, since they are made of each other's answers. Cells of tuned
 * weights come after those of the base, and both turns of the same weights together: putting an adapter in
 * takes long, and a training longer, so each is done once and asked at once.
 */
function stageOf({ phase, tuning }: SortableCell): number {
  if (phase === 3) return tuning === undefined ? 4 : 5;
  return tuning === undefined ? phase : 3;
}

/**
 * Cells in the order of work, in blocks. Under a model, cells whose prompts begin alike stand together, so
 * that what they share is read once. A block is always worked out as a whole: which rows run side by side,
 * and so the last bit of every number, depends on the plan alone.
 */
export function inBlocks({ cells, judgments }: WrittenCells): PlannedCell[] {
  const before = answersInBlocks(cells);
  return [...before, ...judgmentsInBlocks(judgments, before)];
}

/**
 * Judgments after all else, judge by judge, in the order in which the last answer that each waits for comes:
 * so the first can be asked while answers are still written.
 */
function judgmentsInBlocks(
  judgments: readonly SortableJudgment[],
  before: readonly PlannedCell[],
): PlannedCell[] {
  const blocks = new Map(before.map(({ key, block }) => [key, block]));
  const ready = ({ needs }: SortableJudgment) => Math.max(...needs.map((k) => blocks.get(k) ?? 0));
  const judgeRank = rankOf(judgments.map(({ judge }) => judge));
  const sorted = judgments
    .map((judgment) => ({ judgment, rank: [judgeRank(judgment.judge), ready(judgment)] }))
    .sort((a, b) => compared(a.rank, b.rank))
    .map(({ judgment }) => judgment);
  // a cell that is another's work stands in that one's block: the last need not have the last number
  const numberOf = numbering(before.reduce((most, { block }) => Math.max(most, block + 1), 0));
  return sorted.map(({ judge, needs: _, ...planned }) => ({
    ...planned,
    block: numberOf(planned.key, judge),
  }));
}

/** Gives keys their blocks in the order in which they are asked for, a new block for each new group. */
function numbering(first: number): (key: string, group: string) => number {
  const blockOf = new Map<string, number>();
  let [block, room, group] = [first - 1, 0, ''];
  return (key, of) => {
    const known = blockOf.get(key);
    if (known !== undefined) return known;
    if (room === 0 || of !== group) [block, room, group] = [block + 1, blockSize, of];
    room--;
    blockOf.set(key, block);
    return block;
  };
}

function answersInBlocks(cells: readonly SortableCell[]): PlannedCell[] {
  const weightsOf = ({ model, tuning, scorer }: SortableCell) =>
    tuning === undefined ? `${scorer ?? ''}/${model}` : `${model}/${tuning}`;
  const groupOf = (cell: SortableCell) =>
    `${cell.phase}/${cell.model}/${cell.scorer ?? ''}/${cell.tuning ?? ''}`;
  const modelRank = rankOf(cells.map(({ model }) => model));
  const weightsRank = rankOf(cells.map(weightsOf));
  const recipeRank = rankOf(cells.map(({ recipe }) => recipe));
  const rankOfCell = (cell: SortableCell): number[] => [
    stageOf(cell),
    // a model is loaded once for all that was trained on it
    cell.tuning === undefined ? 0 : modelRank(cell.model),
    weightsRank(weightsOf(cell)),
    cell.phase,
    cell.tuning === undefined ? 0 : (cell.scorer ?? 0),
    recipeRank(cell.recipe),
  ];
  const sorted = cells
    .map((cell) => ({ cell, rank: rankOfCell(cell) }))
    .sort((a, b) => compared(a.rank, b.rank));
  const numberOf = numbering(0);
  return sorted.map(({ cell }) => {
    const { key, kind, arm, item, seed, turn, textOf, scorer, tuning } = cell;
    const judging = textOf !== undefined && scorer !== undefined && { textOf, scorer };
    return {
      ...{ key, kind, arm, item, seed, turn },
      ...judging,
      ...(tuning !== undefined && { tuning }),
      block: numberOf(key, groupOf(cell)),
    };
  });
}

/** Which of two ranks comes first, place by place. */
function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** The place of each name's first appearance. */
function rankOf(names: readonly string[]): (name: string) => number {
  const places = new Map<string, number>();
  for (const name of names) if (!places.has(name)) places.set(name, places.size);
  return (name) => places.get(name) ?? 0;
}

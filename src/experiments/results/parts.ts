import type { PlannedItem } from '../plan/plan.ts';
import type { Column, IndexedArm } from './column.ts';
import type { Asked, ResultIndex, Turn } from './index-rows.ts';
import type { DocumentScorer } from './scorers.ts';

/** Items of one part or category alone. */
export interface ItemChoice {
  readonly part?: string | undefined;
  readonly category?: string | undefined;
}

/** A column and what it counts with. */
export interface Part {
  readonly factor: number;
  readonly column: Column;
}

/** Columns that are taken on the same items. */
export interface PartGroup {
  readonly parts: readonly Part[];
  readonly items: ItemChoice;
}

/** One mean: of which arms, turns and items, and what it counts with. */
export interface Mean extends Asked {
  readonly weight: number;
  readonly items?: ItemChoice | undefined;
}

export const isChosen = (item: PlannedItem, { part, category }: ItemChoice): boolean =>
  (part === undefined || item.part === part) &&
  (category === undefined || item.category === category);

/** Which of an arm's turns are asked for. */
export function turnsWanted(
  index: ResultIndex,
  arm: IndexedArm,
  { where }: Asked,
  scorer: DocumentScorer,
): Turn[] {
  const wanted = where?.turn;
  return index
    .turnsOf(arm, scorer)
    .filter((turn) => wanted === undefined || [wanted].flat().includes(String(turn)));
}

/**
 * A weighted sum of means as columns with factors, in groups that share their items. Arms that a mean fits
 * count alike, and so do an arm's turns. A column that comes twice is one with both factors: an arm less
 * itself is exactly 0.
 * @returns null where some mean has no column at all
 */
export function partsOf(
  index: ResultIndex,
  means: readonly Mean[],
  scorer: DocumentScorer,
): PartGroup[] | null {
  const groups = new Map<string, { items: ItemChoice; factors: Map<Column, number> }>();
  for (const mean of means) {
    const { weight, items = {} } = mean;
    const arms = index
      .armsOf(mean)
      .map((arm) => ({ arm, turns: turnsWanted(index, arm, mean, scorer) }))
      .filter(({ turns }) => turns.length > 0);
    if (arms.length === 0) return null;
    const name = JSON.stringify([items.part ?? null, items.category ?? null]);
    const group = groups.get(name) ?? { items, factors: new Map<Column, number>() };
    groups.set(name, group);
    for (const { arm, turns } of arms)
      for (const turn of turns) {
        const column = index.column(arm, turn, scorer);
        const factor = weight / arms.length / turns.length;
        group.factors.set(column, (group.factors.get(column) ?? 0) + factor);
      }
  }
  return [...groups.values()].map(({ items, factors }) => ({
    items,
    parts: [...factors].map(([column, factor]) => ({ factor, column })),
  }));
}

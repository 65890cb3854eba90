import { combine } from '../../scoring/statistics/crossed.ts';
import { entryUnder, fullestDraws, sharedSeeds, stateOf } from './draws.ts';
import type { ResultIndex } from './index-rows.ts';
import { isChosen, type Part, type PartGroup } from './parts.ts';

/** What has come of the cells that were asked about. */
export interface Counts {
  /** Cells that count. */
  readonly cells: number;
  /** Cells still to come. */
  readonly missing: number;
  /** Cells that failed, or that a scorer could not judge. */
  readonly errors: number;
  /** Items without all their cells: they count under no arm. */
  readonly leftOut: number;
}

/** Weighted sums by item and draw, of those items that have a score in every column. */
export interface Grid extends Counts {
  /** Ids. */
  readonly items: readonly string[];
  readonly draws: number;
  readonly groups: readonly GridGroup[];
}

export interface GridGroup {
  /** Which of the grid's items it has. */
  readonly at: readonly number[];
  /** Items x draws, or items x 1 where no draw changes anything. */
  readonly values: readonly (readonly number[])[];
}

type AskedGroup = PartGroup & { readonly asked: ReadonlySet<string> };

/** An item that some column does not plan is not asked about. */
const withItems = (index: ResultIndex, group: PartGroup): AskedGroup => ({
  ...group,
  asked: new Set(
    index.items
      .filter((item) => isChosen(item, group.items))
      .map(({ id }) => id)
      .filter((id) => group.parts.every(({ column }) => column.entries.has(id))),
  ),
});

function lacking(groups: readonly AskedGroup[]): Pick<Counts, 'missing' | 'errors'> {
  let [missing, errors] = [0, 0];
  for (const { parts, asked } of groups)
    for (const { column } of parts)
      for (const id of asked)
        for (const entry of column.entries.get(id) ?? []) {
          if (entry === 'missing') missing++;
          if (entry === 'error') errors++;
        }
  return { missing, errors };
}

/** A group's sums, of these items under these seeds. */
function valuesOf(parts: readonly Part[], items: readonly string[], seeds: readonly number[]) {
  if (items.length === 0) return [];
  return combine(
    parts.map((part) => {
      const own = part.column.seeds.length === 1 ? seeds.slice(0, 1) : seeds;
      const scores = (id: string) => own.map((seed) => entryUnder(part, id, seed) as number);
      return { factor: part.factor, values: items.map(scores) };
    }),
  );
}

/**
 * The table that an estimate or a contrast is taken from. An item that lacks a score under some column is
 * left out under all: nothing is compared on other questions, and what failed never counts as a 0.
 */
export function gridOf(index: ResultIndex, partGroups: readonly PartGroup[]): Grid {
  const groups = partGroups.map((group) => withItems(index, group));
  const ids = index.items.map(({ id }) => id).filter((id) => groups.some((g) => g.asked.has(id)));
  const shared = sharedSeeds(
    index.document.seeds,
    groups.flatMap(({ parts }) => parts),
  );
  const states = ids.map((id) => {
    const parts = groups.filter(({ asked }) => asked.has(id)).flatMap((group) => group.parts);
    return shared.map((seed) => stateOf(parts.map((part) => entryUnder(part, id, seed))));
  });
  const places = fullestDraws(states);
  const seeds = places.map((place) => shared[place] as number);
  const items = ids.filter(
    (_, i) => seeds.length > 0 && places.every((place) => states[i]?.[place] === 'scored'),
  );
  const own = groups.map(({ parts, asked }) => {
    const at = [...items.keys()].filter((i) => asked.has(items[i] as string));
    return { at, parts, ids: at.map((i) => items[i] as string) };
  });
  const draws = ({ column }: Part) => (column.seeds.length === 1 ? 1 : seeds.length);
  return {
    items,
    draws: seeds.length,
    groups: own.map(({ at, parts, ids }) => ({ at, values: valuesOf(parts, ids, seeds) })),
    cells: own.reduce(
      (sum, { at, parts }) => sum + at.length * parts.reduce((all, part) => all + draws(part), 0),
      0,
    ),
    ...lacking(groups),
    leftOut: ids.length - items.length,
  };
}

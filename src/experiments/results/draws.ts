import type { Entry } from './column.ts';
import type { Part } from './parts.ts';

/** What the columns together have of one item under one draw. */
export type State = 'scored' | 'error' | 'missing';

/** A column's entry under a seed; a column of one draw has the same under all. */
export function entryUnder({ column }: Part, item: string, seed: number): Entry {
  const entries = column.entries.get(item) ?? [];
  return entries[column.seeds.length === 1 ? 0 : column.seeds.indexOf(seed)] ?? 'missing';
}

export function stateOf(entries: readonly Entry[]): State {
  if (entries.includes('missing')) return 'missing';
  return entries.includes('error') ? 'error' : 'scored';
}

/**
 * Seeds that every column of several draws has; where none has several, any one stands for all.
 * @param seeds all seeds, in order
 */
export function sharedSeeds(seeds: readonly number[], parts: readonly Part[]): number[] {
  const several = parts.filter(({ column }) => column.seeds.length > 1);
  if (several.length === 0) return seeds.slice(0, 1);
  return seeds.filter((seed) => several.every(({ column }) => column.seeds.includes(seed)));
}

/**
 * While cells are still to come: the draws that make the largest table, since one draw of all items says
 * more than the few items that have all draws. Draws are left out for what is to come alone, never for
 * what failed: in the end all of them count.
 * @param states items x draws
 * @returns places of the draws, ascending
 */
export function fullestDraws(states: readonly (readonly State[])[]): number[] {
  const places = [...(states[0] ?? []).keys()].map((place) => ({
    place,
    here: states.filter((ofItem) => ofItem[place] !== 'missing').length,
  }));
  const order = places.sort((a, b) => b.here - a.here || a.place - b.place);
  let [largest, taken] = [0, order.length];
  let items = states;
  for (const [i, { place }] of order.entries()) {
    items = items.filter((ofItem) => ofItem[place] !== 'missing');
    if (items.length * (i + 1) < Math.max(1, largest)) continue;
    [largest, taken] = [items.length * (i + 1), i + 1];
  }
  return order
    .slice(0, taken)
    .map(({ place }) => place)
    .sort((a, b) => a - b);
}

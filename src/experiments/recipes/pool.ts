import type { Demonstration } from '../../domain/demonstration.ts';
import { categoriesInTurn } from '../../domain/shuffle.ts';
import { oncePer } from './once.ts';
import { queryKey } from './query-key.ts';

/**
 * A seed's order of a list, as positions: the categories in turn (`categoriesInTurn`). Worked out once
 * for each seed.
 */
export function seedOrders(
  list: readonly { readonly category: string }[],
  takes: (position: number) => boolean,
): (seed: number) => readonly number[] {
  const members = list
    .map(({ category }, position) => ({ category, position }))
    .filter(({ position }) => takes(position));
  const categories = [...new Set(members.map(({ category }) => category))].sort();
  const known = new Map<number, readonly number[]>();
  return (seed) => {
    const order =
      known.get(seed) ??
      categoriesInTurn(members, categories, seed).map(({ position }) => position);
    known.set(seed, order);
    return order;
  };
}

/** What is worked out about a pool once, however many prompts are made from it. */
export interface PoolIndex {
  /** Each member's query in the form in which queries are compared. */
  readonly keys: readonly string[];
  /** Positions in a seed's order; members that are off, or repeat an earlier query, are not there. */
  readonly order: (seed: number) => readonly number[];
}

export const poolIndex = oncePer((pool: readonly Demonstration[]): PoolIndex => {
  const keys = pool.map(({ query }) => queryKey(query));
  const seen = new Set<string>();
  const usable = keys.map((key, i) => {
    const takes = pool[i]?.enabled === true && !seen.has(key);
    if (takes) seen.add(key);
    return takes;
  });
  return { keys, order: seedOrders(pool, (i) => usable[i] === true) };
});

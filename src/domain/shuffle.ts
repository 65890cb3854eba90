import { uniform } from './draw.ts';

/** A list in an order that seed and key alone decide (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], seed: number, key: string): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(seed, key, i) * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/**
 * A seed's order of a pool: the categories in turn, each in an order of its own. Its first N are as
 * balanced as N allows, and a larger N has a smaller one's members in front.
 * @param categories all that the pool has, each once; the seed decides their order too
 */
export function categoriesInTurn<T extends { readonly category: string }>(
  pool: readonly T[],
  categories: readonly string[],
  seed: number,
): T[] {
  const lists = shuffled(categories, seed, 'categories').map((category) =>
    shuffled(
      pool.filter((member) => member.category === category),
      seed,
      `pool/${category}`,
    ),
  );
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => list.slice(i, i + 1)),
  ).flat();
}

import type { Demonstration } from '../../domain/demonstration.ts';
import { oncePer } from './once.ts';
import { poolIndex } from './pool.ts';
import { refusal } from './refusal.ts';
import type { Selector } from './selector.ts';
import { bm25 } from './similarity/bm25.ts';
import { kMeans } from './similarity/k-means.ts';
import { mmr } from './similarity/mmr.ts';
import { trigramVectors } from './similarity/trigrams.ts';

type Pool = readonly Demonstration[];

/** What a choice from the pool is made for. */
export interface Choice {
  readonly query: string;
  readonly seed: number;
  /** Names the question in messages. */
  readonly item: string;
  /** Queries that may not be chosen, as keys (`queryKey`). */
  readonly taken: ReadonlySet<string>;
}

const queries = (pool: Pool) => pool.map(({ query }) => query);
const scorerOf = oncePer((pool: Pool) => bm25(queries(pool)));
const trigramsOf = oncePer((pool: Pool) => trigramVectors(queries(pool)));

/** So many texts show what kinds there are; all of a large pool would hold up the page. */
const mostClustered = 500;

/** Clusters of a pool, by their positions in it: of a large one a sample by the seed. */
function clustersIn(pool: Pool, count: number, seed: number): number[][] {
  const sample = poolIndex(pool)
    .order(seed)
    .slice(0, Math.max(mostClustered, 2 * count));
  const vectors = trigramsOf(pool).vectors.part(sample);
  return kMeans(vectors, [...sample.keys()], count, seed).map((cluster) =>
    cluster.map((place) => sample[place] as number),
  );
}

const clustersOf = oncePer((pool: Pool) => {
  const known = new Map<string, number[][]>();
  return (count: number, seed: number): number[][] => {
    const key = `${seed}/${count}`;
    const clusters = known.get(key) ?? clustersIn(pool, count, seed);
    known.set(key, clusters);
    return clusters;
  };
});

/** The `count` of the highest scores, the highest last; of equal ones, the first in `free`. */
const best = (free: readonly number[], scores: Float64Array, count: number): number[] =>
  free
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, count)
    .reverse();

/** The member nearest each centre that is free; where a cluster has none, the next of the seed's order. */
function ofEach(clusters: readonly number[][], free: readonly number[]): number[] {
  const left = new Set(free);
  const nearest = clusters.map((cluster) => cluster.find((position) => left.has(position)));
  for (const position of nearest) if (position !== undefined) left.delete(position);
  const others = left.values();
  return nearest.map((position) => position ?? (others.next().value as number));
}

function positions(
  selector: Selector,
  pool: Pool,
  count: number,
  free: readonly number[],
  { query, seed }: Choice,
): number[] {
  switch (selector.by) {
    case 'random':
      return free.slice(0, count);
    case 'bm25':
      return best(free, scorerOf(pool)(query), count);
    case 'nearest':
      return best(free, trigramsOf(pool).cosines(query), count);
    case 'mmr': {
      const { vectors, cosines } = trigramsOf(pool);
      const likeness = cosines(query);
      const found = best(free, likeness, Math.max(20, 5 * count)).reverse();
      return best(mmr(vectors, likeness, found, count, selector.lambda ?? 0.5), likeness, count);
    }
    case 'k-means':
      return count === 0 ? [] : ofEach(clustersOf(pool)(count, seed), free);
  }
}

/**
 * Chooses from a pool, in prompt order. Never a demonstration that is off, one whose query is taken, or
 * two with the same query.
 * @param pool the same array every time: what is worked out about it is kept
 * @throws Problem 'bad-input' where the pool has too few
 */
export function select(
  selector: Selector,
  pool: Pool,
  count: number,
  choice: Choice,
): Demonstration[] {
  const { keys, order } = poolIndex(pool);
  const usable = order(choice.seed);
  const free = usable.filter((position) => !choice.taken.has(keys[position] ?? ''));
  if (free.length < count)
    throw refusal(
      `${choice.item}: ${count} demonstrations are asked of the pool, which has ${free.length}` +
        (free.length < usable.length
          ? ` beside ${usable.length - free.length} whose queries are asked or shown already.`
          : '.'),
      'Ask for fewer, or add demonstrations to the pool.',
    );
  return positions(selector, pool, count, free, choice).map(
    (position) => pool[position] as Demonstration,
  );
}

import { describe, expect, it } from 'vitest';
import { demonstration, type Demonstration } from '../../domain/demonstration.ts';
import { select } from './select.ts';
import type { Selector } from './selector.ts';
import { everySelector, toys } from './testing/toy.ts';

const chosen = (
  selector: Selector,
  pool: readonly Demonstration[],
  count: number,
  { query = 'Live?', seed = 1, taken = [] as string[] } = {},
) =>
  select(selector, pool, count, { query, seed, item: 'live', taken: new Set(taken) }).map(
    ({ id }) => id,
  );

describe('select', () => {
  it('puts the most similar last where the asked query decides', () => {
    const pool = [
      demonstration('Write a poem about cats', 'a', 'writing', 'near'),
      demonstration('Add two numbers', 'b', 'math', 'far'),
      demonstration('Write about dogs', 'c', 'writing', 'middle'),
    ];
    const query = 'Write a poem about a cat, about cats';
    const byQuery: Selector[] = [{ by: 'bm25' }, { by: 'nearest' }, { by: 'mmr', lambda: 0.9 }];
    for (const selector of byQuery) {
      expect(chosen(selector, pool, 2, { query })).toEqual(['middle', 'near']);
      expect(chosen(selector, pool, 3, { query })).toEqual(['far', 'middle', 'near']);
    }
  });

  it('leaves twins out with mmr where lambda says so', () => {
    const pool = ['Add 2 and 3', 'Add 2 and 4', 'Add 2 and 5', 'What is an addition?'].map(
      (query, i) => demonstration(query, '', 'math', `${i}`),
    );
    const query = 'Add 2 and 7, what is an addition';
    expect(chosen({ by: 'mmr', lambda: 1 }, pool, 3, { query })).toEqual(
      chosen({ by: 'nearest' }, pool, 3, { query }),
    );
    const unlike = chosen({ by: 'mmr' }, pool, 2, { query });
    expect(unlike).toContain('3');
    expect(unlike).toHaveLength(2);
  });

  it('shows one of each kind with k-means, from the largest on; another where one is taken', () => {
    const kinds = ['the sum of', 'write verses:', 'zoology?'];
    const pool = Array.from({ length: 30 }, (_, i) =>
      demonstration(`${kinds[i % 3]} ${i}`, '', kinds[i % 3], `${i}`),
    ).slice(0, 28);
    const kindOf = (id: string) => Number(id) % 3;
    const ids = chosen({ by: 'k-means' }, pool, 3, { seed: 3 });
    expect(new Set(ids.map(kindOf))).toEqual(new Set([0, 1, 2]));
    expect(kindOf(ids[0] ?? '')).toBe(0);
    const taken = [pool[Number(ids[1])]?.query ?? ''];
    const again = chosen({ by: 'k-means' }, pool, 3, { seed: 3, taken });
    expect(again.map(kindOf)).toEqual(ids.map(kindOf));
    expect(again).not.toContain(ids[1]);
  });

  it('goes by the seed alone between equals', () => {
    const pool = toys(30);
    for (const selector of everySelector) {
      const draw = (seed: number) => chosen(selector, pool, 5, { seed });
      expect(draw(1)).toEqual(draw(1));
      expect([2, 3, 4].some((seed) => draw(seed).join() !== draw(1).join())).toBe(true);
    }
  });

  it('says when the pool has too few', () => {
    expect(() => chosen({ by: 'nearest' }, toys(3), 4)).toThrow(
      'live: 4 demonstrations are asked of the pool, which has 3.',
    );
  });
});

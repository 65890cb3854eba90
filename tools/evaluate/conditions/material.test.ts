import { describe, expect, it } from 'vitest';
import { benchLanguages } from '../../../src/scoring/lab-80/schema.ts';
import { tinyBench } from '../testing/tiny-bench.ts';
import { checkSameItems, halfOf, loadMaterial } from './material.ts';

const folder = 'public/lab-80';

describe('loadMaterial', () => {
  it('reads all languages, which have the same items, and the same half of them', () => {
    for (const quick of [false, true]) {
      const materials = benchLanguages.map((language) => loadMaterial(folder, language, { quick }));
      expect(materials.map(({ items }) => items.length)).toEqual(Array(3).fill(quick ? 40 : 80));
      checkSameItems(materials);
    }
  });

  it('keeps every item’s own queries out of the pool', () => {
    const { items, pool } = loadMaterial(folder, 'en');
    const asked = new Set(items.flatMap(({ turns }) => turns.map(({ query }) => query)));
    expect(pool.length).toBeGreaterThan(1000);
    expect(pool.filter(({ query }) => asked.has(query))).toEqual([]);
  });

  it('names the file that is not there', () => {
    expect(() => loadMaterial('nowhere', 'fr')).toThrow('nowhere/test.fr.json: ENOENT');
  });
});

describe('checkSameItems', () => {
  it('names an item that another language lacks', () => {
    const other = { ...tinyBench, language: 'fr', items: tinyBench.items.slice(1) } as const;
    expect(() => checkSameItems([tinyBench, other])).toThrow(
      'Lab-80 in fr has other items than in en',
    );
    expect(() => checkSameItems([tinyBench, tinyBench])).not.toThrow();
  });
});

describe('halfOf', () => {
  it('does not depend on the order of the file', () => {
    const ids = (items: typeof tinyBench.items) => halfOf(items).map(({ id }) => id);
    expect(ids(tinyBench.items)).toEqual(['world-legs', 'context-home']);
    expect(ids(tinyBench.items.toReversed())).toEqual(ids(tinyBench.items));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoriesInTurn, shuffled } from './shuffle.ts';

describe('shuffled', () => {
  it('stays as it is: experiments are run again', () => {
    expect(shuffled(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 1, 'key').join('')).toBe('bgefadc');
  });

  it('has all members once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(), fc.string(), (list, seed, key) => {
        expect(shuffled(list, seed, key).sort()).toEqual(list.toSorted());
      }),
    );
  });

  it('puts every member everywhere', () => {
    const places = new Set(
      Array.from({ length: 200 }, (_, seed) => shuffled([0, 1, 2, 3], seed, 'key').join('')),
    );
    expect(places.size).toBe(24);
  });
});

describe('categoriesInTurn', () => {
  const pool = Array.from({ length: 12 }, (_, i) => ({ category: 'abbccc'[i % 6] ?? '', i }));

  it('has all members once, as balanced as they allow', () => {
    const order = categoriesInTurn(pool, ['a', 'b', 'c'], 1);
    expect(order.map(({ i }) => i).sort((a, b) => a - b)).toEqual(pool.map(({ i }) => i));
    for (const start of [0, 3])
      expect(new Set(order.slice(start, start + 3).map(({ category }) => category)).size).toBe(3);
    expect(order.slice(-2).every(({ category }) => category === 'c')).toBe(true);
    expect(categoriesInTurn([], [], 1)).toEqual([]);
  });
});

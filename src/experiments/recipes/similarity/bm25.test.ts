import { describe, expect, it } from 'vitest';
import { bm25, words } from './bm25.ts';

describe('bm25', () => {
  // Worked out by hand: N = 3, mean length 10 / 3.
  const scores = bm25(['The cat sat.', 'The dog?', 'A cat and a CAT']);

  it('scores as the formula does', () => {
    // "cat": df 2, idf ln(1 + 1.5 / 2.5) = 0.4700036
    // text 0: tf 1, k1 (0.25 + 0.75 * 0.9) = 1.11, 0.4700036 * 2.2 / 2.11
    // text 2: tf 2, k1 (0.25 + 0.75 * 1.5) = 1.65, 0.4700036 * 4.4 / 3.65
    const [first, second, third] = scores('Cat!') as unknown as [number, number, number];
    expect(first).toBeCloseTo(0.490051, 6);
    expect(second).toBe(0);
    expect(third).toBeCloseTo(0.56658, 6);
  });

  it('sums over the words of the query, as often as they stand there', () => {
    const [the, cat, both, twice] = ['the', 'cat', 'the cat', 'cat cat'].map(scores);
    for (const text of [0, 1, 2]) {
      expect(both?.[text]).toBeCloseTo((the?.[text] ?? 0) + (cat?.[text] ?? 0), 12);
      expect(twice?.[text]).toBeCloseTo(2 * (cat?.[text] ?? 0), 12);
    }
  });

  it('knows no word of an empty text, and nothing of unknown words', () => {
    expect([...bm25(['', ''])('cat')]).toEqual([0, 0]);
    expect([...bm25([])('cat')]).toEqual([]);
    expect([...scores('zebra')]).toEqual([0, 0, 0]);
  });

  it('reads words of any script', () => {
    expect(words('¿Cuántas patas tiene el Niño? 3,5')).toEqual([
      'cuántas',
      'patas',
      'tiene',
      'el',
      'niño',
      '3',
      '5',
    ]);
  });
});

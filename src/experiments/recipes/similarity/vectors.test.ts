import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../../domain/draw.ts';
import { kMeans } from './k-means.ts';
import { mmr } from './mmr.ts';
import { trigrams, trigramVectors } from './trigrams.ts';
import { unit, Vectors } from './vectors.ts';

describe('trigramVectors', () => {
  it('reads three characters at a time, blanks around', () => {
    expect(trigrams('  To\nbe ')).toEqual([' to', 'to ', 'o b', ' be', 'be ']);
    expect(trigrams('é')).toEqual([' é ']);
    expect(trigrams(' ')).toEqual([]);
  });

  it('has the cosine of tf-idf weights', () => {
    // "ab": " ab" in both texts (idf 1), "ab " in one (idf 1 + ln 1.5); "abc" has " ab", "abc", "bc ".
    const rare = 1 + Math.log(3 / 2);
    const { cosines } = trigramVectors(['ab', 'abc']);
    const [same, other] = cosines('AB') as unknown as [number, number];
    expect(same).toBeCloseTo(1, 12);
    expect(other).toBeCloseTo(1 / Math.sqrt((1 + rare ** 2) * (1 + 2 * rare ** 2)), 12);
    // What no text has makes the query less like any: idf 1 + ln 3.
    const far = cosines('ab!')[0] as number;
    const unknown = 1 + Math.log(3);
    expect(far).toBeCloseTo(1 / Math.sqrt((1 + rare ** 2) * (1 + 2 * unknown ** 2)), 12);
  });

  it('stays between 0 and 1, and finds a text itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const { cosines } = trigramVectors(texts);
        texts.forEach((text, i) => {
          const all = cosines(text);
          expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...all)).toBeLessThanOrEqual(1 + 1e-9);
          expect(all[i]).toBeCloseTo(trigrams(text).length > 0 ? 1 : 0, 9);
        });
      }),
    );
  });
});

describe('mmr', () => {
  // Cosines by hand: 0 and 1: 0.96; 0 and 2: 0.6; 1 and 2: 0.8.
  const vectors = new Vectors(
    [
      [1, 0],
      [0.96, 0.28],
      [0.6, 0.8],
    ].map((weights) => unit([0, 1], weights)),
    2,
  );
  const taken = (lambda: number) =>
    mmr(vectors, Float64Array.of(0.9, 0.85, 0.5), [0, 1, 2], 3, lambda);

  it('weighs likeness to the query against likeness to those taken', () => {
    expect(taken(1)).toEqual([0, 1, 2]);
    // 0.7 * 0.85 - 0.3 * 0.96 = 0.307 and 0.7 * 0.5 - 0.3 * 0.6 = 0.17
    expect(taken(0.7)).toEqual([0, 1, 2]);
    // 0.5 * 0.85 - 0.5 * 0.96 = -0.055 and 0.5 * 0.5 - 0.5 * 0.6 = -0.05
    expect(taken(0.5)).toEqual([0, 2, 1]);
    expect(taken(0)).toEqual([0, 2, 1]);
  });

  it('takes from those that it is given, as many as asked for or as there are', () => {
    expect(mmr(vectors, new Float64Array(3), [2, 1], 1, 0.5)).toEqual([2]);
    expect(mmr(vectors, new Float64Array(3), [2, 1], 9, 0.5)).toEqual([2, 1]);
  });
});

describe('kMeans', () => {
  // Three kinds, of 5, 4 and 3 members.
  const groups = [
    ['1', '2', '3', '4', '5'].map((n) => `the sum of ${n}`),
    ['a', 'b', 'c', 'd'].map((n) => `write verses: ${n}`),
    ['x', 'y', 'z'].map((n) => `zoology? ${n}`),
  ];
  const texts = groups.flat();
  const { vectors } = trigramVectors(texts);
  const positions = texts.map((_, i) => i);

  it('finds groups that are apart from most starts, the largest first', () => {
    const found = Array.from({ length: 20 }, (_, seed) =>
      kMeans(vectors, positions, 3, seed).map((cluster) => cluster.map((i) => texts[i]).sort()),
    );
    const right = found.filter((clusters) => clusters.join(';') === groups.join(';'));
    expect(right.length).toBeGreaterThan(15);
    for (const clusters of found)
      expect(clusters.map(({ length }) => length)).toEqual(
        clusters.map(({ length }) => length).sort((a, b) => b - a),
      );
  });

  it('puts the text nearest its centre first', () => {
    const zoo = kMeans(vectors, [9, 10, 11], 1, 0)[0] ?? [];
    const centre = vectors.cosines(vectors.centre(zoo));
    const cosines = zoo.map((text) => centre[text]);
    expect(cosines).toEqual(cosines.toSorted((a = 0, b = 0) => b - a));
    expect(new Set(zoo)).toEqual(new Set([9, 10, 11]));
  });

  it('puts every text in one cluster, whatever the texts, and goes by the seed', () => {
    const text = fc.constantFrom('', 'a', 'aa', 'cat', 'cats', 'dog');
    const scene = fc
      .array(text, { minLength: 1, maxLength: 20 })
      .chain((list) =>
        fc.record({ list: fc.constant(list), count: fc.integer({ min: 1, max: list.length }) }),
      );
    fc.assert(
      fc.property(scene, fc.nat(), ({ list, count }, seed) => {
        const { vectors: own } = trigramVectors(list);
        const all = list.map((_, i) => i);
        const clusters = kMeans(own, all, count, seed);
        expect(clusters).toHaveLength(count);
        expect(clusters.flat().sort((a, b) => a - b)).toEqual(all);
        expect(kMeans(own, all, count, seed)).toEqual(clusters);
      }),
    );
  });

  it('ends nearer its centres than any one random choice of centres', () => {
    const within = (seed: number) =>
      kMeans(vectors, positions, 3, seed)
        .filter((cluster) => cluster.length > 0)
        .reduce((sum, cluster) => {
          const cosines = vectors.cosines(vectors.centre(cluster));
          return sum + cluster.reduce((s, text) => s + (cosines[text] ?? 0), 0);
        }, 0);
    const drawn = (seed: number) => {
      const clusters = positions.map((i) => Math.floor(uniform(seed, 'test', i) * 3));
      return [0, 1, 2].reduce((sum, k) => {
        const cluster = positions.filter((i) => clusters[i] === k);
        const cosines = vectors.cosines(vectors.centre(cluster));
        return sum + cluster.reduce((s, text) => s + (cosines[text] ?? 0), 0);
      }, 0);
    };
    for (let seed = 0; seed < 10; seed++) expect(within(seed)).toBeGreaterThan(drawn(seed));
  });
});

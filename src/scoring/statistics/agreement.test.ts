import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAgreement, quadraticKappa, spearman } from './agreement.ts';
import fixture from './fixtures/scipy.json' with { type: 'json' };

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 2,
  maxLength: 20,
});
const scale = { lowest: 1, highest: 5 };

describe('spearman', () => {
  it('agrees with scipy, ties too', () => {
    for (const { a, b, rho } of [...fixture.agreement, ...fixture.correlation]) {
      const { value, n } = spearman(a, b);
      expect(value).toBeCloseTo(rho, 12);
      expect(n).toBe(a.length);
    }
  });

  it('sees order alone', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [a, b] = [given.map(([x]) => x), given.map(([, y]) => y)];
        const ours = spearman(a, b);
        expect(spearman(b, a)).toEqual(ours);
        expect(spearman(a.map(Math.exp), b)).toEqual(ours);
        const { value } = spearman(
          a.map((x) => -x),
          b,
        );
        if (ours.value === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(-ours.value, 12);
      }),
    );
  });

  it('is 1 for the same order and nothing where one side is constant', () => {
    expect(spearman([3, 1, 1, 7], [0.3, 0, 0, 10])).toEqual({ value: 1, n: 4 });
    expect(spearman([2, 2, 2], [1, 2, 3])).toEqual({ value: null, n: 3 });
    expect(spearman([1, 2, 3], [0.1, 0.1, 0.1])).toEqual({ value: null, n: 3 });
  });

  it('refuses what is no number', () => {
    expect(() => spearman([1, NaN], [1, 2])).toThrow('not NaN');
  });
});

describe('quadraticKappa', () => {
  it('agrees with its definition by a table of weights', () => {
    for (const { a, b, kappa, lowest, highest } of fixture.agreement) {
      const { value, n } = quadraticKappa(a, b, { lowest, highest });
      expect(value).toBeCloseTo(kappa, 12);
      expect(n).toBe(a.length);
    }
  });

  it('is 1 for the same ratings only, and never past 1 or -1', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [a, b] = [given.map(([x]) => x), given.map(([, y]) => y)];
        const { value } = quadraticKappa(a, b, scale);
        expect(value === null).toBe(new Set([...a, ...b]).size === 1);
        expect(value === 1).toBe(value !== null && a.every((x, i) => x === b[i]));
        expect(Math.abs(value ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has no value where both gave everything the same rating', () => {
    expect(quadraticKappa([3, 3, 3], [3, 3, 3], scale)).toEqual({ value: null, n: 3 });
    expect(quadraticKappa([3, 3, 3], [4, 4, 4], scale)).toEqual({ value: 0, n: 3 });
  });

  it('refuses ratings that are not on the scale', () => {
    for (const odd of [0, 6, 2.5, NaN])
      expect(() => quadraticKappa([1, odd], [1, 2], scale)).toThrow(`1 to 5, not ${odd}`);
  });
});

describe('plainAgreement', () => {
  it('is the share of equal labels', () => {
    for (const { a, b, same } of fixture.agreement)
      expect(plainAgreement(a, b)).toEqual({ value: same, n: a.length });
    expect(plainAgreement(['left', 'tie', 'right'], ['left', 'left', 'right']).value).toBe(2 / 3);
  });
});

describe('all agreement', () => {
  it('refuses fewer than two pairs and sides of unequal length', () => {
    const kappa = (a: number[], b: number[]) => quadraticKappa(a, b, scale);
    for (const measure of [spearman, kappa, plainAgreement<number>]) {
      for (const few of [[], [1]]) expect(() => measure(few, few)).toThrow('at least two pairs');
      expect(() => measure([1, 2, 3], [1, 2])).toThrow('one side has 3, the other has 2');
    }
  });
});

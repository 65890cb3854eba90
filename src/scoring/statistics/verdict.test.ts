import { describe, expect, it } from 'vitest';
import { verdict } from './verdict.ts';

const judge = (low: number, high: number, expectation: Parameters<typeof verdict>[1]) =>
  verdict({ value: (low + high) / 2, low, high }, expectation);

describe('verdict', () => {
  it('decides on above and below by the whole interval', () => {
    const above = { kind: 'above', than: 0 } as const;
    const below = { kind: 'below', than: 0 } as const;
    for (const [low, high, ifAbove, ifBelow] of [
      [0.1, 2, 'supported', 'contradicted'],
      [-2, -0.1, 'contradicted', 'supported'],
      [-0.1, 2, 'undecided', 'undecided'],
      [0, 2, 'undecided', 'undecided'],
      [-2, 0, 'undecided', 'undecided'],
      [0, 0, 'undecided', 'undecided'],
    ] as const) {
      expect(judge(low, high, above)).toBe(ifAbove);
      expect(judge(low, high, below)).toBe(ifBelow);
    }
  });

  it('takes near as inside a band, not as not apart', () => {
    const near = { kind: 'near', than: 5, within: 0.5 } as const;
    for (const [low, high, is] of [
      [4.8, 5.2, 'supported'],
      [4.5, 5.5, 'supported'],
      [4.4, 5.2, 'undecided'],
      [4.8, 5.6, 'undecided'],
      [0, 10, 'undecided'],
      [5.5, 6, 'undecided'],
      [5.6, 6, 'contradicted'],
      [4, 4.4, 'contradicted'],
    ] as const)
      expect(judge(low, high, near)).toBe(is);
  });

  it('decides nothing by an interval of no numbers', () => {
    for (const kind of ['above', 'below'] as const)
      expect(judge(NaN, NaN, { kind, than: 0 })).toBe('undecided');
    expect(judge(NaN, NaN, { kind: 'near', than: 0, within: 1 })).toBe('undecided');
  });

  it('refuses a negative distance', () => {
    expect(() => judge(0, 1, { kind: 'near', than: 0, within: -1 })).toThrow('not -1');
  });
});

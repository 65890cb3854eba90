import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalf, toHalf } from './half.ts';

const there = (value: number): number => fromHalf(toHalf(Float32Array.of(value)))[0] as number;

describe('float16', () => {
  it('keeps every float16 as it is', () => {
    const all = Uint16Array.from({ length: 65_536 }, (_, i) => i);
    const values = fromHalf(all);
    const back = toHalf(values);
    all.forEach((bits, i) => {
      if (!Number.isNaN(values[i] as number)) expect(back[i]).toBe(bits);
    });
    expect(Number.isNaN(there(NaN))).toBe(true);
  });

  it('is the nearest one', () => {
    fc.assert(
      fc.property(fc.double({ min: -65_504, max: 65_504, noNaN: true }), (x) => {
        const value = Math.fround(x);
        const [bits = 0] = toHalf(Float32Array.of(value));
        const off = Math.abs(there(value) - value);
        for (const beside of [bits - 1, bits + 1]) {
          const [other = NaN] = fromHalf(Uint16Array.of(beside));
          if (Number.isFinite(other)) expect(Math.abs(other - value)).toBeGreaterThanOrEqual(off);
        }
      }),
    );
  });

  it.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [65_520, 0x7c00],
    [2 ** -24, 1],
    [2 ** -25, 0],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
  ])('writes %d as the standard does', (value, bits) => {
    expect(toHalf(Float32Array.of(value))[0]).toBe(bits);
  });
});

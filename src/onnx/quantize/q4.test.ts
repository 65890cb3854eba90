import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draws } from '../testing/draws.ts';
import { dequantizeQ4, quantizeQ4 } from './q4.ts';

describe('quantizeQ4', () => {
  it('stores known levels: low half of the byte first, zero point 8, scale from the extreme', () => {
    const weight = new Float32Array(32);
    weight.set([-8, 7, 1, -3]);
    const { data, scales } = quantizeQ4(weight, 32, 1);
    expect([...scales]).toEqual([1]);
    expect([...data.slice(0, 3)]).toEqual([0xf0, 0x59, 0x88]);
  });

  it('moves no element by more than a scale, and the extreme of a block not at all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(),
        (k, n, seed) => {
          const weight = draws(seed).vector(k * n, 3);
          const matrix = quantizeQ4(weight, k, n);
          const back = dequantizeQ4(matrix);
          const blocks = Math.ceil(k / 32);
          for (let column = 0; column < n; column++)
            for (let block = 0; block < blocks; block++) {
              const scale = Math.abs(matrix.scales[column * blocks + block] as number);
              const rows = Array.from(
                { length: Math.min(32, k - 32 * block) },
                (_, i) => 32 * block + i,
              );
              const error = (row: number) =>
                Math.abs((weight[row * n + column] as number) - (back[row * n + column] as number));
              const size = (row: number) => Math.abs(weight[row * n + column] as number);
              const extreme = rows.reduce((a, b) => (size(b) > size(a) ? b : a));
              expect(Math.max(...rows.map(error))).toBeLessThanOrEqual(scale * 1.0001);
              expect(error(extreme)).toBeLessThan(1e-6);
            }
        },
      ),
    );
  });

  it('is idempotent: what it made, it keeps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (k, seed) => {
        const once = dequantizeQ4(quantizeQ4(draws(seed).vector(k * 3), k, 3));
        expect(dequantizeQ4(quantizeQ4(once, k, 3))).toEqual(once);
      }),
    );
  });

  it('keeps zeros zero', () => {
    expect(dequantizeQ4(quantizeQ4(new Float32Array(64), 32, 2))).toEqual(new Float32Array(64));
  });

  it('refuses a matrix of another size', () => {
    expect(() => quantizeQ4(new Float32Array(5), 2, 3)).toThrow(
      /2 x 3 matrix has 6 elements, not 5/,
    );
  });
});

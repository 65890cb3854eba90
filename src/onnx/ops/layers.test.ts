import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float, int } from '../model/attributes.ts';
import { floatTensor, uint8Tensor } from '../model/tensor.ts';
import type { Value } from '../graph/value.ts';
import { rotary } from '../composites/rotary.ts';
import { quantizeQ4 } from '../quantize/q4.ts';
import { gradientProperty as property } from '../testing/gradient-check.ts';
import { draws } from '../testing/draws.ts';
import { floats, openGraph } from '../testing/run.ts';
import { createGraph, gradients } from './registry.ts';

const dim = fc.integer({ min: 1, max: 3 });
const rows = fc.tuple(dim, dim, fc.integer({ min: 2, max: 5 }));

describe('activations', () => {
  const activation = (op: string, attributes = {}) =>
    property(op + JSON.stringify(attributes), rows, (shape) => ({
      shapes: [shape],
      build: (g, x) => g.op(op, [x], attributes),
    }));
  activation('Gelu');
  activation('Gelu', { approximate: { kind: 'string', value: 'tanh' } });
  activation('com.microsoft.Gelu');
  activation('com.microsoft.FastGelu');
  activation('com.microsoft.QuickGelu', { alpha: float(1.3) });
  property('FastGelu with a bias', rows, (shape) => ({
    shapes: [shape, [shape[2]]],
    build: (g, x, bias) => g.op('com.microsoft.FastGelu', [x, bias]),
  }));
});

describe('normalization', () => {
  for (const outputs of [1, 2])
    property(`SimplifiedLayerNormalization, ${outputs} outputs`, rows, (shape) => ({
      shapes: [shape, [shape[2]]],
      build: (g, x, weight) => {
        const attributes = { axis: int(-1), epsilon: float(1e-2), stash_type: int(1) };
        const call = ['SimplifiedLayerNormalization', [x, weight], attributes] as const;
        return g.callAll(...call, outputs)[0] ?? x;
      },
    }));
  property('LayerNormalization', rows, (shape) => ({
    shapes: [shape, [shape[2]], [shape[2]]],
    build: (g, ...inputs) =>
      g.op('LayerNormalization', inputs, { axis: int(-1), epsilon: float(1e-2) }),
  }));
});

describe('rotary embedding', () => {
  property('RotaryEmbedding', fc.tuple(dim, dim, dim, dim), ([b, h, t, half]) => ({
    shapes: [[b, h, t, 2 * half]],
    build: (g, x) => rotary(g, x, 10000),
  }));
});

describe('products with 4-bit weights', { timeout: 60_000 }, () => {
  // a block and a half (the second is filled up), and an odd number of blocks (zero points padded)
  for (const k of [48, 96])
    for (const zeroPoints of [false, true])
      it(`dX is dY times the weight, ${k} rows, zero points: ${zeroPoints}`, async () => {
        const n = 6;
        const random = draws(k);
        const { data, scales } = quantizeQ4(random.vector(k * n), k, n);
        const blocks = Math.ceil(k / 32);
        const stride = Math.ceil(blocks / 2);
        const zeros = Uint8Array.from({ length: n * stride }, () => random.integer(256));
        const level = (bytes: Uint8Array, i: number) =>
          ((bytes[i >> 1] as number) >> (4 * (i & 1))) & 15;
        const element = (row: number, column: number) => {
          const block = Math.floor(row / 32);
          const zero = zeroPoints ? level(zeros, column * stride * 2 + block) : 8;
          const at = column * blocks + block;
          return (level(data, at * 32 + (row % 32)) - zero) * (scales[at] as number);
        };

        const g = createGraph();
        const x = g.input('x', 'float32', [2, 3, k]);
        const weight = [
          g.constant('w', uint8Tensor([n, blocks, 16], data)),
          g.constant('s', floatTensor([n * blocks], scales)),
          ...(zeroPoints ? [g.constant('z', uint8Tensor([n * stride], zeros))] : []),
        ];
        const attributes = { K: int(k), N: int(n), bits: int(4), block_size: int(32) };
        const y = g.op('com.microsoft.MatMulNBits', [x, ...weight], attributes);
        const r = g.input('r', 'float32', y.shape);
        const [dx] = gradients(g, g.sum(g.mul(y, r)), [x]) as [Value];
        g.output('y', y);
        g.output('dx', dx);
        const [at, dy] = [random.vector(6 * k), random.vector(6 * n)];
        const run = await openGraph(g);
        const got = await run({ x: floats(x.shape, at), r: floats(y.shape, dy) });
        for (let row = 0; row < 6; row++) {
          for (let i = 0; i < k; i++) {
            let expected = 0;
            for (let j = 0; j < n; j++) expected += (dy[row * n + j] as number) * element(i, j);
            expect(got.dx?.values[row * k + i]).toBeCloseTo(expected, 4);
          }
          for (let j = 0; j < n; j++) {
            let expected = 0;
            for (let i = 0; i < k; i++) expected += (at[row * k + i] as number) * element(i, j);
            expect(got.y?.values[row * n + j]).toBeCloseTo(expected, 3);
          }
        }
      });
});

import fc from 'fast-check';
import { describe, it } from 'vitest';
import { float, int, ints } from '../../model/attributes.ts';
import { floatTensor } from '../../model/tensor.ts';
import type { Attributes } from '../../model/types.ts';
import { draws } from '../../testing/draws.ts';
import { checkEmit, type EmitCase } from '../../testing/emit-check.ts';

type Shape = readonly number[];

const property = (name: string, drawn: fc.Arbitrary<EmitCase>) =>
  it(name, { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(drawn, fc.nat(), (of, seed) => checkEmit(of, seed)),
      { numRuns: 3 },
    ),
  );

const dim = fc.integer({ min: 1, max: 3 });
const rows = fc.tuple(dim, dim, fc.integer({ min: 2, max: 5 }));
const epsilon = { epsilon: float(1e-2) };

describe('layers that are one kernel in files', () => {
  property(
    'BiasGelu',
    rows.map((shape) => ({ op: 'com.microsoft.BiasGelu', inputs: [shape, [shape[2]]] })),
  );
  property(
    'SkipSimplifiedLayerNormalization, with a bias',
    rows.map((shape) => ({
      op: 'com.microsoft.SkipSimplifiedLayerNormalization',
      inputs: [shape, shape, [shape[2]], [shape[2]]],
      attributes: epsilon,
    })),
  );
  property(
    'SkipLayerNormalization',
    rows.map((shape) => ({
      op: 'com.microsoft.SkipLayerNormalization',
      inputs: [shape, shape, [shape[2]], [shape[2]], [shape[2]]],
      attributes: epsilon,
    })),
  );
  property(
    'RMSNormalization',
    rows.map((shape) => ({
      op: 'RMSNormalization',
      inputs: [shape, [shape[2]]],
      attributes: epsilon,
      opset: 23,
    })),
  );
  property(
    'Sum',
    rows.map((shape) => ({ op: 'Sum', inputs: [shape, [shape[2]], shape] })),
  );
  property(
    'FusedMatMul',
    fc.tuple(rows, fc.boolean(), fc.boolean()).map(([[b, m, k], transA, transB]) => ({
      op: 'com.microsoft.FusedMatMul',
      inputs: [transA ? [b, k, m] : [b, m, k], transB ? [4, k] : [k, 4]],
      attributes: { transA: int(Number(transA)), transB: int(Number(transB)), alpha: float(0.5) },
    })),
  );
});

describe('moves as older and newer operators write them', () => {
  const axes = (op: string, inputs: (shape: Shape) => EmitCase['inputs'], values: number[]) =>
    property(
      `${op} with axes as an attribute`,
      rows.map((shape) => ({
        op,
        inputs: inputs(shape),
        opset: 11,
        attributes: { axes: ints(values) },
      })),
    );
  axes('ReduceMean', (shape) => [shape], [-1]);
  axes('ReduceSum', (shape) => [shape], [0, 2]);
  axes('Unsqueeze', (shape) => [shape], [1]);
  axes('Squeeze', (shape) => [[1, ...shape]], [0]);
  property(
    'Split with lengths as an attribute',
    rows.map(([a, b, c]) => ({
      op: 'Split',
      inputs: [[a, 3 * b, c]],
      outputs: 2,
      opset: 11,
      attributes: { axis: int(1), split: ints([b, 2 * b]) },
    })),
  );
  property(
    'Slice in steps, and backwards',
    rows.map(([a, b, c]) => ({
      op: 'Slice',
      inputs: [
        [a, 2 * b, c],
        { integers: [0, -1] },
        { integers: [2 ** 31, -(2 ** 31)] },
        { integers: [1, 2] },
        { integers: [2, -1] },
      ],
    })),
  );
  property(
    'Pow to a whole number',
    rows.map((shape) => ({ op: 'Pow', inputs: [shape, { integers: [2], scalar: true }] })),
  );
});

describe('attention', () => {
  property(
    'MultiHeadAttention, both ways and with biases',
    fc.tuple(dim, dim, dim).map(([b, heads, t]) => ({
      op: 'com.microsoft.MultiHeadAttention',
      inputs: [...[0, 1, 2].map((): Shape => [b, t, heads * 8]), [3 * heads * 8], '' as const],
      attributes: { num_heads: int(heads) },
    })),
  );
  property(
    'MultiHeadAttention that sees what came before',
    fc.tuple(dim, dim, dim).map(([b, heads, t]) => ({
      op: 'com.microsoft.MultiHeadAttention',
      inputs: [0, 1, 2].map((): Shape => [b, t, heads * 8]),
      attributes: { num_heads: int(heads), unidirectional: int(1), scale: float(0.3) },
    })),
  );
});

describe('rotary embedding', () => {
  const node = (attributes: Attributes, width: number) =>
    fc.tuple(dim, dim, dim, fc.nat()).map(([b, heads, t, seed]): EmitCase => {
      const random = draws(seed);
      const table = () => ({ table: floatTensor([4, width / 2], random.vector(2 * width)) });
      return {
        op: 'com.microsoft.RotaryEmbedding',
        inputs: [[b, t, heads * 8], { integers: [0] }, table(), table()],
        attributes: { num_heads: int(heads), ...attributes },
      };
    });
  property('RotaryEmbedding', node({}, 8));
  property('RotaryEmbedding of neighbours', node({ interleaved: int(1) }, 8));
  property('RotaryEmbedding of half a head', node({ rotary_embedding_dim: int(4) }, 4));
});

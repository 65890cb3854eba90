import { int, intOf } from '../model/attributes.ts';
import { elementCount, int32Tensor } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { OpTable } from '../graph/rule.ts';
import { axisOf, dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import { sameAsInput } from './elementwise.ts';

/** Row numbers below `limit` as int32, read from a table: WebGPU neither casts nor expands int64. */
function narrow(g: GraphBuilder, rows: Value, limit: number): Value {
  if (rows.dtype === 'int32') return rows;
  const numbers = g.once(`int32 below ${limit}`, () =>
    g.constant(
      'row_numbers',
      int32Tensor(
        [limit],
        Array.from({ length: limit }, (_, i) => i),
      ),
    ),
  );
  return g.op('Gather', [numbers, rows], { axis: int(0) });
}

/**
 * Zeros of `shape`, to which row i of `updates` [M, ...] is added at row `rows[i]`.
 *
 * ScatterElements and not ScatterND: onnxruntime's CPU kernel of the latter adds from several
 * threads at once and loses updates of equal rows; the former goes through them in order.
 */
export function scatterRows(
  g: GraphBuilder,
  shape: readonly number[],
  rows: Value,
  updates: Value,
): Value {
  const count = elementCount(rows.shape);
  const width = elementCount(shape) / dimOf(shape, 0);
  const index = g.expand(g.reshape(narrow(g, rows, dimOf(shape, 0)), [count, 1]), [count, width]);
  const zeros = g.filled([dimOf(shape, 0), width], 0);
  const sums = g.op('ScatterElements', [zeros, index, g.reshape(updates, [count, width])], {
    axis: int(0),
    reduction: { kind: 'string', value: 'add' },
  });
  return g.reshape(sums, shape);
}

/** Axis `axis` brought to the front. */
const toFront = (rank: number, axis: number): number[] => [
  axis,
  ...Array.from({ length: rank }, (_, i) => i).filter((i) => i !== axis),
];

/** Reading and writing at computed places. */
export const gatherOps: OpTable = {
  Gather: {
    shape: ({ input, attributes }) => {
      const { dtype, shape } = input(0);
      const axis = axisOf(intOf(attributes, 'axis', 0), shape.length);
      return [
        { dtype, shape: [...shape.slice(0, axis), ...input(1).shape, ...shape.slice(axis + 1)] },
      ];
    },
    vjp: ({ g, input, attributes, dy }) => {
      const [table, indices] = [input(0), input(1)];
      const axis = axisOf(intOf(attributes, 'axis', 0), table.shape.length);
      const before = table.shape.slice(0, axis);
      const after = table.shape.slice(axis + 1);
      if (axis === 0) return [scatterRows(g, table.shape, indices, dy)];
      const flat = g.reshape(dy, [...before, elementCount(indices.shape), ...after]);
      const perm = toFront(table.shape.length, axis);
      const rows = g.transpose(flat, perm);
      const sums = scatterRows(
        g,
        perm.map((i) => dimOf(table.shape, i)),
        indices,
        rows,
      );
      return [
        g.transpose(
          sums,
          perm.map((_, i) => perm.indexOf(i)),
        ),
      ];
    },
  },
  // Rows of x at coordinates [..., k]: the same as Gather from x with its first k axes as one.
  GatherND: {
    shape: ({ input, attributes }) => {
      const [x, coordinates] = [input(0), input(1)];
      if (intOf(attributes, 'batch_dims', 0) !== 0) throw new Error('batch_dims is not supported');
      const rest = x.shape.slice(dimOf(coordinates.shape, -1));
      return [{ dtype: x.dtype, shape: [...coordinates.shape.slice(0, -1), ...rest] }];
    },
    vjp: ({ g, input, dy }) => {
      const [x, coordinates] = [input(0), input(1)];
      const depth = dimOf(coordinates.shape, -1);
      const [outer, inner] = [x.shape.slice(0, depth), x.shape.slice(depth)];
      // row-major: each coordinate counts for as many rows as the axes after it hold
      const strides = outer.map((_, i) => elementCount(outer.slice(i + 1)));
      const rows = g.sum(g.mul(coordinates, g.integerVector(strides)), [-1]);
      const sums = scatterRows(g, [elementCount(outer), elementCount(inner)], rows, dy);
      return [g.reshape(sums, x.shape)];
    },
  },
  GatherElements: {
    shape: ({ input }) => [{ dtype: input(0).dtype, shape: input(1).shape }],
    vjp: ({ g, input, attributes, dy }) => [
      g.op('ScatterElements', [g.filled(input(0).shape, 0), input(1), dy], {
        axis: int(intOf(attributes, 'axis', 0)),
        reduction: { kind: 'string', value: 'add' },
      }),
    ],
  },
  // data plus updates at the given places; without a rule for reduction other than add
  ScatterElements: { shape: sameAsInput },
  ScatterND: { shape: sameAsInput },
};

import type { DType } from '../model/dtypes.ts';
import type { OpRule, OpTable, VjpRule } from '../graph/rule.ts';
import { broadcast } from '../graph/shapes.ts';
import { unbroadcast } from '../graph/unbroadcast.ts';
import type { ShapeRule } from '../graph/value.ts';

/** Output has the first input's type. */
export const sameAsInput: ShapeRule = ({ input }) => [input(0)];

const broadcastOf: ShapeRule = ({ input, inputs }) => [
  { dtype: input(0).dtype, shape: broadcast(...inputs.map((_, i) => input(i).shape)) },
];

const compare: OpRule = {
  shape: (call) => broadcastOf(call).map(({ shape }) => ({ dtype: 'bool' as DType, shape })),
};

/** A binary operator whose rule returns gradients of the broadcast shape, computed on demand. */
const binary = (left: (c: Binary) => Value, right: (c: Binary) => Value): OpRule => ({
  shape: broadcastOf,
  vjp: ({ g, input, wants, dy, y }) => {
    const [a, b] = [input(0), input(1)];
    const call = { g, dy, y, a, b };
    return [
      wants(0) ? unbroadcast(g, left(call), a) : undefined,
      wants(1) ? unbroadcast(g, right(call), b) : undefined,
    ];
  },
});

type Call = Parameters<VjpRule>[0];
type Value = Call['y'];
type Binary = Pick<Call, 'g' | 'dy' | 'y'> & { a: Value; b: Value };

/** The larger (or smaller) input gets the gradient; at a tie the first one. */
const extremum = (firstWins: string): OpRule =>
  binary(
    ({ g, dy, a, b }) => g.where(g.op(firstWins, [a, b]), dy, g.scalar(0)),
    ({ g, dy, a, b }) => g.where(g.op(firstWins, [a, b]), g.scalar(0), dy),
  );

/** Elementwise operators of two inputs, comparisons and selection. */
export const elementwise: OpTable = {
  Add: binary(
    ({ dy }) => dy,
    ({ dy }) => dy,
  ),
  Sub: binary(
    ({ dy }) => dy,
    ({ g, dy }) => g.neg(dy),
  ),
  Mul: binary(
    ({ g, dy, b }) => g.mul(dy, b),
    ({ g, dy, a }) => g.mul(dy, a),
  ),
  Div: binary(
    ({ g, dy, b }) => g.div(dy, b),
    ({ g, dy, y, b }) => g.neg(g.div(g.mul(dy, y), b)),
  ),
  // d/db needs a > 0
  Pow: binary(
    ({ g, dy, a, b }) => g.mul(dy, g.mul(b, g.op('Pow', [a, g.sub(b, g.scalar(1))]))),
    ({ g, dy, y, a }) => g.mul(dy, g.mul(y, g.op('Log', [a]))),
  ),
  Max: extremum('GreaterOrEqual'),
  Min: extremum('LessOrEqual'),
  Equal: compare,
  Greater: compare,
  Less: compare,
  GreaterOrEqual: compare,
  LessOrEqual: compare,
  And: compare,
  Or: compare,
  Where: {
    shape: ({ input }) => [
      { dtype: input(1).dtype, shape: broadcast(input(0).shape, input(1).shape, input(2).shape) },
    ],
    vjp: ({ g, input, wants, dy }) => [
      undefined,
      wants(1) ? unbroadcast(g, g.where(input(0), dy, g.scalar(0)), input(1)) : undefined,
      wants(2) ? unbroadcast(g, g.where(input(0), g.scalar(0), dy), input(2)) : undefined,
    ],
  },
};

import { intOf } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { OpRule, OpTable, VjpCall } from '../graph/rule.ts';
import { axisOf, dimOf } from '../graph/shapes.ts';
import type { ShapeRule, Value } from '../graph/value.ts';

const axesFrom = (given: readonly number[] | undefined, rank: number): number[] =>
  given && given.length > 0
    ? given.map((axis) => axisOf(axis, rank))
    : Array.from({ length: rank }, (_, i) => i);

const reduced: ShapeRule = ({ input, integers, attributes }) => {
  const { dtype, shape } = input(0);
  const axes = axesFrom(integers(1), shape.length);
  const keep = intOf(attributes, 'keepdims', 1) === 1;
  return [
    { dtype, shape: shape.flatMap((dim, i) => (axes.includes(i) ? (keep ? [1] : []) : [dim])) },
  ];
};

interface Reduction extends VjpCall {
  x: Value;
  /** Number of elements that fall together. */
  count: number;
  /** A value of the output's shape, with the reduced axes back as 1. */
  kept(value: Value): Value;
}

const reduction = (gradient: (r: Reduction) => Value): OpRule => ({
  shape: reduced,
  vjp: (call) => {
    const x = call.input(0);
    const given = call.inputs[1];
    const axes = axesFrom(given && call.g.integers(given), x.shape.length);
    const keptShape = x.shape.map((dim, i) => (axes.includes(i) ? 1 : dim));
    const count = axes.reduce((product, axis) => product * dimOf(x.shape, axis), 1);
    const kept = (value: Value) => call.g.reshape(value, keptShape);
    return [gradient({ ...call, x, count, kept })];
  },
});

const spread = (g: GraphBuilder, value: Value, x: Value) => g.expand(value, x.shape);

/** Reductions over axes given as a constant input (opset 18). */
export const reduceOps: OpTable = {
  ReduceSum: reduction(({ g, x, dy, kept }) => spread(g, kept(dy), x)),
  ReduceMean: reduction(({ g, x, dy, kept, count }) => spread(g, g.scale(kept(dy), 1 / count), x)),
  ReduceSumSquare: reduction(({ g, x, dy, kept }) => g.mul(g.scale(x, 2), kept(dy))),
  ReduceLogSumExp: reduction(({ g, x, y, dy, kept }) =>
    g.mul(g.op('Exp', [g.sub(x, kept(y))]), kept(dy)),
  ),
  ReduceMax: { shape: reduced },
};

import { intOf } from '../model/attributes.ts';
import { dtypeOf } from '../model/dtypes.ts';
import type { OpRule, OpTable, VjpCall } from '../graph/rule.ts';
import type { Value } from '../graph/value.ts';
import { sameAsInput } from './elementwise.ts';

/** An operator of one input, with its derivative times dy. */
const unary = (gradient: (c: VjpCall & { x: Value }) => Value): OpRule => ({
  shape: sameAsInput,
  vjp: (call) => [gradient({ ...call, x: call.input(0) })],
});

const noGradient: OpRule = { shape: sameAsInput };

/** Elementwise operators of one input. */
export const unaryOps: OpTable = {
  Identity: unary(({ dy }) => dy),
  Neg: unary(({ g, dy }) => g.neg(dy)),
  Exp: unary(({ g, dy, y }) => g.mul(dy, y)),
  Log: unary(({ g, dy, x }) => g.div(dy, x)),
  Sqrt: unary(({ g, dy, y }) => g.div(g.scale(dy, 0.5), y)),
  Reciprocal: unary(({ g, dy, y }) => g.neg(g.mul(dy, g.mul(y, y)))),
  Abs: unary(({ g, dy, x }) => g.where(g.op('GreaterOrEqual', [x, g.scalar(0)]), dy, g.neg(dy))),
  Sin: unary(({ g, dy, x }) => g.mul(dy, g.op('Cos', [x]))),
  Cos: unary(({ g, dy, x }) => g.neg(g.mul(dy, g.op('Sin', [x])))),
  Sigmoid: unary(({ g, dy, y }) => g.mul(dy, g.mul(y, g.sub(g.scalar(1), y)))),
  Tanh: unary(({ g, dy, y }) => g.mul(dy, g.sub(g.scalar(1), g.mul(y, y)))),
  Softplus: unary(({ g, dy, x }) => g.mul(dy, g.op('Sigmoid', [x]))),
  Relu: unary(({ g, dy, x }) => g.where(g.op('Greater', [x, g.scalar(0)]), dy, g.scalar(0))),
  // 2 / sqrt(pi) exp(-x^2)
  Erf: unary(({ g, dy, x }) =>
    g.mul(dy, g.scale(g.op('Exp', [g.neg(g.mul(x, x))]), 2 / Math.sqrt(Math.PI))),
  ),
  // Bounds are constants: inside them the gradient passes, outside it stops.
  Clip: {
    shape: sameAsInput,
    vjp: ({ g, input, inputs, dy }) => {
      const [, low, high] = inputs;
      let passed = dy;
      if (low) passed = g.where(g.op('Greater', [input(0), low]), passed, g.scalar(0));
      if (high) passed = g.where(g.op('Less', [input(0), high]), passed, g.scalar(0));
      return [passed];
    },
  },
  Cast: {
    shape: ({ input, attributes }) => {
      const code = intOf(attributes, 'to', 0);
      const dtype = dtypeOf(code);
      if (!dtype) throw new Error(`no element type has the code ${code}`);
      return [{ dtype, shape: input(0).shape }];
    },
    vjp: ({ g, input, dy }) => [g.cast(dy, input(0).dtype)],
  },
  Softmax: {
    shape: sameAsInput,
    vjp: ({ g, attributes, y, dy }) => {
      const weighted = g.mul(dy, y);
      const total = g.sum(weighted, [intOf(attributes, 'axis', -1)], true);
      return [g.sub(weighted, g.mul(y, total))];
    },
  },
  Floor: noGradient,
  Not: noGradient,
  Trilu: noGradient,
  CumSum: noGradient,
};

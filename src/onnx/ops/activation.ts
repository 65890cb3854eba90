import { attribute, floatOf } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { OpRule, OpTable } from '../graph/rule.ts';
import type { Value } from '../graph/value.ts';
import { sameAsInput } from './elementwise.ts';

/** An activation by its derivative at x. */
const activation = (derivative: (g: GraphBuilder, x: Value) => Value): OpRule => ({
  shape: sameAsInput,
  vjp: ({ g, input, dy }) => [g.mul(dy, derivative(g, input(0)))],
});

const oneMinus = (g: GraphBuilder, x: Value) => g.sub(g.scalar(1), x);

/** Derivative of x Phi(x): Phi(x) + x phi(x), with the normal distribution Phi (arXiv 1606.08415). */
function exactGelu(g: GraphBuilder, x: Value): Value {
  const erf = g.op('Erf', [g.scale(x, Math.SQRT1_2)]);
  const density = g.scale(g.op('Exp', [g.scale(g.mul(x, x), -0.5)]), 1 / Math.sqrt(2 * Math.PI));
  return g.add(g.scale(g.add(erf, g.scalar(1)), 0.5), g.mul(x, density));
}

/** Derivative of 0.5 x (1 + t), t = tanh(c (x + a x^3)): 0.5 (1 + t) + 0.5 x (1 - t^2) c (1 + 3 a x^2). */
function tanhGelu(g: GraphBuilder, x: Value): Value {
  const [a, c] = [0.044715, Math.sqrt(2 / Math.PI)];
  const square = g.mul(x, x);
  const inner = g.mul(x, g.add(g.scalar(1), g.scale(square, a)));
  const t = g.op('Tanh', [g.scale(inner, c)]);
  const slope = g.scale(g.add(g.scalar(1), g.scale(square, 3 * a)), c);
  const curved = g.mul(x, g.mul(oneMinus(g, g.mul(t, t)), slope));
  return g.scale(g.add(g.add(g.scalar(1), t), curved), 0.5);
}

/** Activations that the runtime has as one kernel. */
export const activationOps: OpTable = {
  Gelu: {
    shape: sameAsInput,
    vjp: ({ g, input, attributes, dy }) => {
      const tanh = attribute(attributes, 'approximate', 'string') === 'tanh';
      return [g.mul(dy, (tanh ? tanhGelu : exactGelu)(g, input(0)))];
    },
  },
  'com.microsoft.Gelu': activation(exactGelu),
  // with an optional bias, which is added to x first
  'com.microsoft.FastGelu': {
    shape: sameAsInput,
    vjp: ({ g, input, inputs, dy }) => {
      const bias = inputs[1];
      const dx = g.mul(dy, tanhGelu(g, bias ? g.add(input(0), bias) : input(0)));
      const rows = dx.shape.slice(0, -1).map((_, i) => i);
      return [dx, bias && g.sum(dx, rows)];
    },
  },
  // x s, s = sigmoid(alpha x): s + alpha x s (1 - s)
  'com.microsoft.QuickGelu': {
    shape: sameAsInput,
    vjp: ({ g, input, attributes, dy }) => {
      const scaled = g.scale(input(0), floatOf(attributes, 'alpha', 1.702));
      const s = g.op('Sigmoid', [scaled]);
      return [g.mul(dy, g.mul(s, g.add(g.scalar(1), g.mul(scaled, oneMinus(g, s)))))];
    },
  },
};

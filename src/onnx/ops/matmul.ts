import { floatOf, intOf } from '../model/attributes.ts';
import { elementCount } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { OpTable } from '../graph/rule.ts';
import { broadcast, dimOf } from '../graph/shapes.ts';
import { unbroadcast } from '../graph/unbroadcast.ts';
import type { Value } from '../graph/value.ts';

function agree(left: number, right: number): void {
  if (left !== right) throw new Error(`inner dimensions ${left} and ${right} differ`);
}

const flatten = (g: GraphBuilder, x: Value): Value => {
  const width = dimOf(x.shape, -1);
  return g.reshape(x, [elementCount(x.shape) / width, width]);
};

/** (x w) with a matrix w: as 2-D Gemms, which transpose for free. */
function matrixGradients(
  g: GraphBuilder,
  x: Value,
  w: Value,
  dy: Value,
  wants: (index: number) => boolean,
): (Value | undefined)[] {
  const rows = flatten(g, dy);
  return [
    wants(0) ? g.reshape(g.gemm(rows, w, false, true), x.shape) : undefined,
    wants(1) ? g.gemm(flatten(g, x), rows, true, false) : undefined,
  ];
}

/** A^T dY of stacked matrices, transposing whichever operand is the smaller. */
function transposedProduct(g: GraphBuilder, a: Value, dy: Value): Value {
  return elementCount(a.shape) <= elementCount(dy.shape)
    ? g.matmul(g.swapLast(a), dy)
    : g.swapLast(g.matmul(g.swapLast(dy), a));
}

/** Matrix products. */
export const matmulOps: OpTable = {
  MatMul: {
    shape: ({ input }) => {
      const [a, b] = [input(0), input(1)];
      if (a.shape.length < 2 || b.shape.length < 2) throw new Error('vectors are not supported');
      agree(dimOf(a.shape, -1), dimOf(b.shape, -2));
      const stack = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
      return [{ dtype: a.dtype, shape: [...stack, dimOf(a.shape, -2), dimOf(b.shape, -1)] }];
    },
    vjp: ({ g, input, wants, dy }) => {
      const [a, b] = [input(0), input(1)];
      if (b.shape.length === 2) return matrixGradients(g, a, b, dy, wants);
      return [
        wants(0) ? unbroadcast(g, g.matmul(dy, g.swapLast(b)), a) : undefined,
        wants(1) ? unbroadcast(g, transposedProduct(g, a, dy), b) : undefined,
      ];
    },
  },
  // alpha op(A) op(B) + beta C
  Gemm: {
    shape: ({ input, attributes }) => {
      const [a, b] = [input(0), input(1)];
      const [ta, tb] = [intOf(attributes, 'transA', 0), intOf(attributes, 'transB', 0)];
      agree(dimOf(a.shape, ta ? 0 : 1), dimOf(b.shape, tb ? 1 : 0));
      return [{ dtype: a.dtype, shape: [dimOf(a.shape, ta ? 1 : 0), dimOf(b.shape, tb ? 0 : 1)] }];
    },
    vjp: ({ g, input, inputs, attributes, wants, dy }) => {
      const [a, b, c] = [input(0), input(1), inputs[2]];
      const ta = intOf(attributes, 'transA', 0) === 1;
      const tb = intOf(attributes, 'transB', 0) === 1;
      const scaled = g.scale(dy, floatOf(attributes, 'alpha', 1));
      const da = () => (ta ? g.gemm(b, scaled, tb, true) : g.gemm(scaled, b, false, !tb));
      const db = () => (tb ? g.gemm(scaled, a, true, ta) : g.gemm(a, scaled, !ta, false));
      return [
        wants(0) ? da() : undefined,
        wants(1) ? db() : undefined,
        c && wants(2) ? unbroadcast(g, g.scale(dy, floatOf(attributes, 'beta', 1)), c) : undefined,
      ];
    },
  },
};

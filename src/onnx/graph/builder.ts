import { int, ints } from '../model/attributes.ts';
import { dtypeCode, type DType } from '../model/dtypes.ts';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { Attributes } from '../model/types.ts';
import { GraphCore } from './core.ts';
import { dimOf, sameShape, withDim } from './shapes.ts';
import type { Value } from './value.ts';

type Shape = readonly number[];

/** GraphCore with the everyday operators as methods, so that formulas read as formulas. */
export class GraphBuilder extends GraphCore {
  /** Appends an operator and returns its first output. */
  op(
    op: string,
    inputs: readonly (Value | undefined)[],
    attributes: Attributes = {},
    name?: string,
  ): Value {
    return this.callAll(op, inputs, attributes, 1, name)[0] as Value;
  }

  /** A float32 scalar constant. */
  scalar(value: number): Value {
    return this.once(`float ${value}`, () =>
      this.constant('scalar', floatTensor([], Float32Array.of(value))),
    );
  }

  /** An int64 vector constant (shapes, axes, starts, ends). */
  integerVector(values: Shape): Value {
    return this.once(`int64 ${values}`, () =>
      this.constant('integers', int64Tensor([values.length], values)),
    );
  }

  /** A float32 tensor filled with one number, made by the runtime, not stored. */
  filled(shape: Shape, value: number): Value {
    return this.expand(this.scalar(value), shape);
  }

  add = (a: Value, b: Value): Value => this.op('Add', [a, b]);
  sub = (a: Value, b: Value): Value => this.op('Sub', [a, b]);
  mul = (a: Value, b: Value): Value => this.op('Mul', [a, b]);
  div = (a: Value, b: Value): Value => this.op('Div', [a, b]);
  neg = (a: Value): Value => this.op('Neg', [a]);
  matmul = (a: Value, b: Value): Value => this.op('MatMul', [a, b]);
  softmax = (a: Value): Value => this.op('Softmax', [a], { axis: int(-1) });

  /** a times a number. */
  scale(a: Value, factor: number): Value {
    return factor === 1 ? a : this.mul(a, this.scalar(factor));
  }

  /** op(A) op(B) of matrices, each transposed on request. */
  gemm(a: Value, b: Value, transA = false, transB = false): Value {
    return this.op('Gemm', [a, b], { transA: int(Number(transA)), transB: int(Number(transB)) });
  }

  reshape(a: Value, shape: Shape): Value {
    return sameShape(a.shape, shape) ? a : this.op('Reshape', [a, this.integerVector(shape)]);
  }

  transpose(a: Value, perm: Shape): Value {
    return this.op('Transpose', [a], { perm: ints(perm) });
  }

  /** The last two axes exchanged. */
  swapLast(a: Value): Value {
    const rank = a.shape.length;
    const front = Array.from({ length: rank - 2 }, (_, i) => i);
    return this.transpose(a, [...front, rank - 1, rank - 2]);
  }

  expand(a: Value, shape: Shape): Value {
    return sameShape(a.shape, shape) ? a : this.op('Expand', [a, this.integerVector(shape)]);
  }

  /** Sum over axes; all axes when none are given. */
  sum(a: Value, axes: Shape = a.shape.map((_, i) => i), keep = false): Value {
    return this.op('ReduceSum', [a, this.integerVector(axes)], { keepdims: int(Number(keep)) });
  }

  mean(a: Value, axes: Shape, keep = false): Value {
    return this.op('ReduceMean', [a, this.integerVector(axes)], { keepdims: int(Number(keep)) });
  }

  /** Elements [start, end) of one axis. */
  slice(a: Value, axis: number, start: number, end: number): Value {
    if (start === 0 && end === dimOf(a.shape, axis)) return a;
    const [from, to, on] = [[start], [end], [axis]].map((v) => this.integerVector(v));
    return this.op('Slice', [a, from, to, on]);
  }

  concat(parts: readonly Value[], axis: number): Value {
    return parts.length === 1 ? (parts[0] as Value) : this.op('Concat', parts, { axis: int(axis) });
  }

  /** Zeros put before and after along one axis. */
  padZeros(a: Value, axis: number, before: number, after: number): Value {
    const zeros = (length: number) =>
      length === 0 ? [] : [this.filled(withDim(a.shape, axis, length), 0)];
    return this.concat([...zeros(before), a, ...zeros(after)], axis);
  }

  cast(a: Value, dtype: DType): Value {
    return a.dtype === dtype ? a : this.op('Cast', [a], { to: int(dtypeCode(dtype)) });
  }

  where(condition: Value, yes: Value, no: Value): Value {
    return this.op('Where', [condition, yes, no]);
  }
}

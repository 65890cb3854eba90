import { attribute, intOf } from '../model/attributes.ts';
import { elementCount } from '../model/tensor.ts';
import type { OpTable, VjpRule } from '../graph/rule.ts';
import { axisOf, broadcast, dimOf, inversePermutation, withDim } from '../graph/shapes.ts';
import { unbroadcast } from '../graph/unbroadcast.ts';
import type { ShapeCall } from '../graph/value.ts';

const backToInput: VjpRule = ({ g, input, dy }) => [g.reshape(dy, input(0).shape)];

/** ONNX's Reshape: 0 copies the input's dim, one -1 is worked out. */
export function reshaped(from: readonly number[], wish: readonly number[]): number[] {
  const shape = wish.map((dim, i) => (dim === 0 ? dimOf(from, i) : dim));
  const open = shape.indexOf(-1);
  if (open >= 0) shape[open] = elementCount(from) / -elementCount(shape);
  if (elementCount(shape) !== elementCount(from)) throw new Error(`cannot become [${wish}]`);
  return shape;
}

const required = (call: ShapeCall, index: number): number[] => {
  const values = call.integers(index);
  if (!values) throw new Error(`input ${index} is missing`);
  return values;
};

/** Lengths of Split's outputs: given, or equal parts of which the last may be shorter. */
function partsOf(call: ShapeCall, length: number): number[] {
  const given = call.integers(1);
  if (given) return given;
  const count = intOf(call.attributes, 'num_outputs', call.outputCount);
  const part = Math.ceil(length / count);
  return Array.from({ length: count }, (_, i) => Math.min(part, length - i * part));
}

/** Operators that move elements without changing them. */
export const shapeOps: OpTable = {
  Reshape: {
    shape: (call) => [
      { dtype: call.input(0).dtype, shape: reshaped(call.input(0).shape, required(call, 1)) },
    ],
    vjp: backToInput,
  },
  Flatten: {
    shape: ({ input, attributes }) => {
      const { dtype, shape } = input(0);
      const axis = intOf(attributes, 'axis', 1);
      return [
        { dtype, shape: [elementCount(shape.slice(0, axis)), elementCount(shape.slice(axis))] },
      ];
    },
    vjp: backToInput,
  },
  Squeeze: {
    shape: ({ input, integers }) => {
      const { dtype, shape } = input(0);
      const axes = integers(1)?.map((axis) => axisOf(axis, shape.length));
      return [{ dtype, shape: shape.filter((dim, i) => (axes ? !axes.includes(i) : dim !== 1)) }];
    },
    vjp: backToInput,
  },
  Unsqueeze: {
    shape: (call) => {
      const { dtype, shape } = call.input(0);
      const axes = required(call, 1);
      const rank = shape.length + axes.length;
      const fresh = new Set(axes.map((axis) => axisOf(axis, rank)));
      const rest = shape.values();
      const dims = Array.from({ length: rank }, (_, i) =>
        fresh.has(i) ? 1 : (rest.next().value as number),
      );
      return [{ dtype, shape: dims }];
    },
    vjp: backToInput,
  },
  Transpose: {
    shape: ({ input, attributes }) => {
      const { dtype, shape } = input(0);
      const perm = attribute(attributes, 'perm', 'ints') ?? shape.map((_, i) => i).reverse();
      return [{ dtype, shape: perm.map((axis) => dimOf(shape, axis)) }];
    },
    vjp: ({ g, attributes, dy }) => {
      const perm = attribute(attributes, 'perm', 'ints') ?? dy.shape.map((_, i) => i).reverse();
      return [g.transpose(dy, inversePermutation(perm))];
    },
  },
  Expand: {
    shape: (call) => [
      { dtype: call.input(0).dtype, shape: broadcast(call.input(0).shape, required(call, 1)) },
    ],
    vjp: ({ g, input, dy }) => [unbroadcast(g, dy, input(0))],
  },
  Tile: {
    shape: (call) => {
      const repeats = required(call, 1);
      const { dtype, shape } = call.input(0);
      return [{ dtype, shape: shape.map((dim, i) => dim * (repeats[i] ?? 1)) }];
    },
    // [r0 d0, r1 d1] -> [r0, d0, r1, d1], summed over the repeats
    vjp: ({ g, input, dy }) => {
      const { shape } = input(0);
      const split = shape.flatMap((dim, i) => [dimOf(dy.shape, i) / dim, dim]);
      return [
        g.sum(
          g.reshape(dy, split),
          shape.map((_, i) => 2 * i),
        ),
      ];
    },
  },
  Concat: {
    shape: ({ input, inputs, attributes }) => {
      const { dtype, shape } = input(0);
      const axis = axisOf(intOf(attributes, 'axis', 0), shape.length);
      const shapes = inputs.map((_, i) => input(i).shape);
      // the other axes must agree: broadcasting would hide a mistake
      for (const other of shapes)
        if (String(withDim(other, axis, 0)) !== String(withDim(shape, axis, 0)))
          throw new Error(`parts differ beside axis ${axis}`);
      const length = shapes.reduce((total, part) => total + dimOf(part, axis), 0);
      return [{ dtype, shape: withDim(shape, axis, length) }];
    },
    vjp: ({ g, input, inputs, attributes, wants, dy }) => {
      const axis = intOf(attributes, 'axis', 0);
      let end = 0;
      return inputs.map((_, i) => {
        const start = end;
        end += dimOf(input(i).shape, axis);
        return wants(i) ? g.slice(dy, axis, start, end) : undefined;
      });
    },
  },
  Split: {
    shape: (call) => {
      const { dtype, shape } = call.input(0);
      const axis = axisOf(intOf(call.attributes, 'axis', 0), shape.length);
      const parts = partsOf(call, dimOf(shape, axis));
      if (parts.reduce((a, b) => a + b, 0) !== dimOf(shape, axis))
        throw new Error(`parts [${parts}] do not add up to ${dimOf(shape, axis)}`);
      return parts.map((part) => ({ dtype, shape: withDim(shape, axis, part) }));
    },
    vjp: ({ g, attributes, outputs, dys }) => {
      const parts = outputs.map((output, i) => dys[i] ?? g.filled(output.shape, 0));
      return [g.concat(parts, intOf(attributes, 'axis', 0))];
    },
  },
};

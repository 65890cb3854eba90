import { attribute, intOf } from '../../model/attributes.ts';
import { elementCount } from '../../model/tensor.ts';
import { axisOf, broadcast, dimOf, withDim } from '../../graph/shapes.ts';
import { reshaped } from '../../ops/shape.ts';
import type { FoldCall, FoldTable } from './fold.ts';
import { build, elements, fromTensor, known, reader, type Known } from './known.ts';

const needed = (call: FoldCall, index: number, attribute?: string): number[] => {
  const values = call.integers(index, attribute);
  if (!values) throw new Error(`input ${index} is missing`);
  return values;
};

/** The same elements under another shape. */
const as = (x: Known, shape: readonly number[]): Known => known(x.dtype, shape, elements(x));

/** One axis cut to [from, from + length). */
function part(x: Known, axis: number, from: number, length: number): Known {
  const read = reader(x);
  return build(x.dtype, withDim(x.shape, axis, length), (index) =>
    read(index.with(axis, (index[axis] as number) + from)),
  );
}

/** Start, length and step of what Slice keeps of an axis. */
export function sliceRange(
  length: number,
  from: number,
  to: number,
  step: number,
): { start: number; count: number } {
  const place = (at: number, low: number, high: number) =>
    Math.min(Math.max(at < 0 ? at + length : at, low), high);
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  // a negative step goes down from the last element
  const start = place(from, Math.max(low, 0), high);
  const end = to < -length ? low : place(to, low, high);
  return { start, count: Math.max(0, Math.ceil((end - start) / step)) };
}

/** Operators that move elements, of shapes and masks. */
export const shapeFolds: FoldTable = {
  Reshape: (call) => [as(call.input(0), reshaped(call.input(0).shape, needed(call, 1)))],
  Flatten: ({ input, attributes }) => {
    const { shape } = input(0);
    const axis = intOf(attributes, 'axis', 1);
    return [as(input(0), [elementCount(shape.slice(0, axis)), elementCount(shape.slice(axis))])];
  },
  Squeeze: (call) => {
    const x = call.input(0);
    const axes = call.integers(1, 'axes')?.map((axis) => axisOf(axis, x.shape.length));
    const keep = (i: number) => (axes ? !axes.includes(i) : x.shape[i] !== 1);
    const kept = (shape: readonly number[]) => shape.filter((_, i) => keep(i));
    return [known(x.dtype, kept(x.shape), x.values, kept(x.stored))];
  },
  Unsqueeze: (call) => {
    const x = call.input(0);
    const axes = needed(call, 1, 'axes');
    const fresh = new Set(axes.map((axis) => axisOf(axis, x.shape.length + axes.length)));
    const widened = (shape: readonly number[]) => {
      const rest = shape.values();
      return Array.from({ length: shape.length + axes.length }, (_, i) =>
        fresh.has(i) ? 1 : (rest.next().value as number),
      );
    };
    return [known(x.dtype, widened(x.shape), x.values, widened(x.stored))];
  },
  Transpose: ({ input, attributes }) => {
    const x = input(0);
    const perm = attribute(attributes, 'perm', 'ints') ?? x.shape.map((_, i) => i).reverse();
    const read = reader(x);
    const turned = (shape: readonly number[]) => perm.map((axis) => dimOf(shape, axis));
    const { values } = build(x.dtype, turned(x.stored), (index) =>
      read(perm.map((_, axis) => index[perm.indexOf(axis)] as number)),
    );
    return [known(x.dtype, turned(x.shape), values, turned(x.stored))];
  },
  Expand: (call) => {
    const x = call.input(0);
    const shape = broadcast(x.shape, needed(call, 1));
    const front = new Array<number>(shape.length - x.shape.length).fill(1);
    return [known(x.dtype, shape, x.values, [...front, ...x.stored])];
  },
  Tile: (call) => {
    const x = call.input(0);
    const repeats = needed(call, 1);
    const read = reader(x);
    const shape = x.shape.map((dim, i) => dim * (repeats[i] ?? 1));
    return [
      build(x.dtype, shape, (index) => read(index.map((at, i) => at % (x.shape[i] as number)))),
    ];
  },
  Concat: ({ inputs, input, attributes }) => {
    const xs = inputs.map((_, i) => input(i));
    const { dtype, shape } = input(0);
    const axis = axisOf(intOf(attributes, 'axis', 0), shape.length);
    const reads = xs.map((x) => reader(x));
    const owners = xs.flatMap((x, i) =>
      Array.from({ length: dimOf(x.shape, axis) }, (_, at) => [i, at] as const),
    );
    return [
      build(dtype, withDim(shape, axis, owners.length), (index) => {
        const [i, at] = owners[index[axis] as number] as readonly [number, number];
        return (reads[i] as (index: readonly number[]) => number)(index.with(axis, at));
      }),
    ];
  },
  Slice: (call) => {
    let x = call.input(0);
    const [starts, ends] = [needed(call, 1, 'starts'), needed(call, 2, 'ends')];
    const axes = call.integers(3, 'axes') ?? starts.map((_, i) => i);
    const jumps = call.integers(4);
    axes.forEach((given, i) => {
      const axis = axisOf(given, x.shape.length);
      const step = jumps?.[i] ?? 1;
      const [from, to] = [starts[i] as number, ends[i] as number];
      const { start, count } = sliceRange(dimOf(x.shape, axis), from, to, step);
      const read = reader(x);
      x = build(x.dtype, withDim(x.shape, axis, count), (index) =>
        read(index.with(axis, start + step * (index[axis] as number))),
      );
    });
    return [x];
  },
  Split: (call) => {
    const x = call.input(0);
    const axis = axisOf(intOf(call.attributes, 'axis', 0), x.shape.length);
    const size = Math.ceil(dimOf(x.shape, axis) / call.outputCount);
    const parts = call.integers(1, 'split') ?? new Array<number>(call.outputCount).fill(size);
    let end = 0;
    return parts.map((length) => part(x, axis, (end += length) - length, length));
  },
  ConstantOfShape: (call) => {
    const value = attribute(call.attributes, 'value', 'tensor');
    const one = value ? fromTensor(value) : known('float32', [1], [0]);
    const shape = needed(call, 0);
    return [
      known(
        one.dtype,
        shape,
        one.values,
        shape.map(() => 1),
      ),
    ];
  },
};

import type { DType } from '../../model/dtypes.ts';
import { elementCount, floatTensor, int64Tensor, numbersOf } from '../../model/tensor.ts';
import type { Tensor } from '../../model/types.ts';
import { broadcast } from '../../graph/shapes.ts';

type Shape = readonly number[];

/**
 * A tensor whose elements are known when the graph is built: shapes, positions, masks.
 * An axis along which nothing changes is stored once, so that a mask for many rows takes the room of one.
 */
export interface Known {
  readonly dtype: DType;
  readonly shape: Shape;
  /** The shape with 1 in place of axes that are stored once. */
  readonly stored: Shape;
  /** Elements of `stored`, row-major; booleans are 0 and 1. */
  readonly values: ArrayLike<number>;
}

export const known = (
  dtype: DType,
  shape: Shape,
  values: ArrayLike<number>,
  stored: Shape = shape,
): Known => ({ dtype, shape, stored, values });

/** Whole numbers as a vector, as shapes are. */
export const knownIntegers = (values: ArrayLike<number>): Known =>
  known('int64', [values.length], values);

export const isFloat = (dtype: DType): boolean => /^float/.test(dtype);

/** Elements as numbers of the type: floats are float32's, integers are cut off. */
export function rounding(dtype: DType): (x: number) => number {
  if (dtype === 'bool') return (x) => Number(x !== 0);
  return isFloat(dtype) ? Math.fround : Math.trunc;
}

/** How far apart neighbours along each axis lie; 0 where an axis of 1 stands for a longer one. */
const steps = (stored: Shape, rank: number): number[] => {
  const offset = rank - stored.length;
  return Array.from({ length: rank }, (_, i) => {
    const dim = stored[i - offset] ?? 1;
    return dim === 1 ? 0 : elementCount(stored.slice(i - offset + 1));
  });
};

/** Calls back for every index of a shape, in order. */
export function eachIndex(shape: Shape, visit: (index: readonly number[], at: number) => void) {
  const index = shape.map(() => 0);
  for (let at = 0, count = elementCount(shape); at < count; at++) {
    visit(index, at);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = (index[axis] as number) + 1;
      if ((index[axis] as number) < (shape[axis] as number)) break;
      index[axis] = 0;
    }
  }
}

/** Reads an element by its index in the shape. */
export function reader(x: Known, rank = x.shape.length): (index: Shape) => number {
  const step = steps(x.stored, rank);
  return (index) => {
    let at = 0;
    for (let axis = 0; axis < rank; axis++) at += (index[axis] as number) * (step[axis] as number);
    return x.values[at] as number;
  };
}

/** A tensor by a function of the index; every axis is stored. */
export function build(dtype: DType, shape: Shape, element: (index: Shape) => number): Known {
  const values = new Float64Array(elementCount(shape));
  eachIndex(shape, (index, at) => (values[at] = element(index)));
  return known(dtype, shape, values);
}

/** All elements, in order. */
export const elements = (x: Known): ArrayLike<number> =>
  elementCount(x.stored) === elementCount(x.shape)
    ? x.values
    : build(x.dtype, x.shape, reader(x)).values;

/** f of elements of the same place, by ONNX's broadcasting. Offsets are counted on, since masks are large. */
export function together(
  dtype: DType,
  f: (...elements: number[]) => number,
  ...xs: readonly Known[]
): Known {
  const shape = broadcast(...xs.map((x) => x.shape));
  const stored = broadcast(...xs.map((x) => x.stored));
  const rank = stored.length;
  const strides = xs.map((x) => steps(x.stored, rank));
  const round = rounding(dtype);
  const values = new Float64Array(elementCount(stored));
  const [index, offsets] = [stored.map(() => 0), xs.map(() => 0)];
  const taken = xs.map(() => 0);
  for (let at = 0; at < values.length; at++) {
    for (let i = 0; i < xs.length; i++)
      taken[i] = (xs[i] as Known).values[offsets[i] as number] as number;
    values[at] = round(f(...taken));
    for (let axis = rank - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      const carried = next === stored[axis];
      index[axis] = carried ? 0 : next;
      const moved = carried ? 1 - next : 1;
      for (let i = 0; i < xs.length; i++)
        offsets[i] = (offsets[i] as number) + moved * ((strides[i] as number[])[axis] as number);
      if (!carried) break;
    }
  }
  return known(dtype, shape, values, stored);
}

/** The same with a first axis that does not change stored once: a mask of many rows is often one. */
export function compacted(x: Known): Known {
  const [rows = 1, ...rest] = x.stored;
  const size = elementCount(rest);
  if (rows < 2) return x;
  for (let at = size; at < rows * size; at++) if (x.values[at] !== x.values[at - size]) return x;
  const values = Float64Array.from({ length: size }, (_, i) => x.values[i] as number);
  return known(x.dtype, x.shape, values, [1, ...rest]);
}

/** A constant of the file. */
export const fromTensor = (tensor: Tensor): Known =>
  known(tensor.dtype, tensor.dims, numbersOf(tensor));

const farthest = Number.MAX_SAFE_INTEGER;

/** As a constant of a graph, in its stored shape; all floats as float32. */
export function toTensor({ dtype, stored, values }: Known): Tensor {
  if (isFloat(dtype)) return floatTensor(stored, Float32Array.from(values));
  if (dtype === 'bool') return { dtype, dims: stored, data: Uint8Array.from(values) };
  // exporters write "to the end" as the largest int64, which a number cannot hold
  const whole = Array.from(values, (x) => Math.min(Math.max(x, -farthest), farthest));
  if (dtype === 'int32')
    return { dtype, dims: stored, data: new Uint8Array(Int32Array.from(whole).buffer) };
  return int64Tensor(stored, whole);
}

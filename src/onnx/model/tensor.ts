import { fromHalf, toHalf } from './half.ts';
import type { Tensor } from './types.ts';

/** Number of elements that a shape holds; a scalar ([]) holds one. */
export const elementCount = (shape: readonly number[]): number =>
  shape.reduce((product, dim) => product * dim, 1);

const bytesOf = (view: ArrayBufferView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

const checkCount = (dims: readonly number[], count: number) => {
  if (elementCount(dims) !== count)
    throw new Error(`a tensor of shape [${dims.join(', ')}] cannot hold ${count} elements`);
};

/** A float32 tensor over the given elements (not copied). */
export function floatTensor(dims: readonly number[], values: Float32Array): Tensor {
  checkCount(dims, values.length);
  return { dtype: 'float32', dims, data: bytesOf(values) };
}

/** A float16 tensor of the nearest values. */
export function halfTensor(dims: readonly number[], values: Float32Array): Tensor {
  checkCount(dims, values.length);
  return { dtype: 'float16', dims, data: bytesOf(toHalf(values)) };
}

/** An int64 tensor from whole numbers. */
export function int64Tensor(dims: readonly number[], values: readonly number[]): Tensor {
  checkCount(dims, values.length);
  return { dtype: 'int64', dims, data: bytesOf(BigInt64Array.from(values, BigInt)) };
}

/** An int32 tensor; errors when the number of values does not fit the shape. */
export function int32Tensor(dims: readonly number[], values: readonly number[]): Tensor {
  checkCount(dims, values.length);
  return { dtype: 'int32', dims, data: bytesOf(Int32Array.from(values)) };
}

/** A uint8 tensor over the given elements (not copied). */
export function uint8Tensor(dims: readonly number[], values: Uint8Array): Tensor {
  checkCount(dims, values.length);
  return { dtype: 'uint8', dims, data: values };
}

/** Bytes of a tensor at offset 0 of a buffer of their own, so that wider views fit. */
const aligned = (tensor: Tensor): ArrayBuffer => new Uint8Array(tensor.data).buffer;

/** Elements of a float32 or float16 tensor (a copy). Errors for other types and for external data. */
export function floatsOf(tensor: Tensor): Float32Array {
  if (tensor.dtype === 'float16' && !tensor.external)
    return fromHalf(new Uint16Array(aligned(tensor)));
  if (tensor.dtype !== 'float32' || tensor.external)
    throw new Error(`expected float32 elements in the file, found ${describe(tensor)}`);
  return new Float32Array(aligned(tensor));
}

/** Elements of an int64 or int32 tensor as numbers. Errors for other types. */
export function integersOf(tensor: Tensor): number[] {
  if (tensor.external) throw new Error(`expected integers in the file, found ${describe(tensor)}`);
  if (tensor.dtype === 'int64') return Array.from(new BigInt64Array(aligned(tensor)), Number);
  if (tensor.dtype === 'int32') return Array.from(new Int32Array(aligned(tensor)));
  throw new Error(`expected integers, found ${describe(tensor)}`);
}

/** Elements of a tensor of floats, integers or booleans as numbers. Errors for other types. */
export function numbersOf(tensor: Tensor): ArrayLike<number> {
  if (tensor.dtype === 'bool' && !tensor.external) return tensor.data;
  return /^float/.test(tensor.dtype) ? floatsOf(tensor) : integersOf(tensor);
}

const describe = (tensor: Tensor) =>
  `${tensor.external ? 'external ' : ''}${tensor.dtype}[${tensor.dims.join(', ')}]`;

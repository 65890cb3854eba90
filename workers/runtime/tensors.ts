import { Tensor } from 'onnxruntime-common';

/** Element types that keys and values come in. */
export type CacheType = 'float32' | 'float16';

/** What holds elements of such a type in memory; halves as their bits. */
export type CacheValues = Float32Array | Uint16Array;

/** Whole numbers as a tensor; a scalar where dims are empty. */
export const int64 = (values: ArrayLike<number>, dims: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(Array.from(values), BigInt), dims);

export const floats = (values: readonly number[], dims: readonly number[]): Tensor =>
  new Tensor('float32', Float32Array.from(values), dims);

/** So many zeros. */
export const cacheValues = (type: CacheType, count: number): CacheValues =>
  type === 'float32' ? new Float32Array(count) : new Uint16Array(count);

/** Keys or values as a tensor over their memory. */
export const cacheTensor = (
  type: CacheType,
  values: CacheValues,
  dims: readonly number[],
): Tensor =>
  type === 'float32'
    ? new Tensor('float32', values as Float32Array, dims)
    : new Tensor('float16', values as Uint16Array, dims);

import { Tensor } from 'onnxruntime-common';

/** Element types that keys and values come in. */
export type CacheType = 'float32' | 'float16';

/** What holds elements of such a type in memory; halves as their bits. */
export type CacheValues = Float32Array | Uint16Array;

/** Whole numbers of 32 bits as a tensor of 64; a scalar where dims are empty. */
export function int64(values: ArrayLike<number>, dims: readonly number[]): Tensor {
  const longs = new BigInt64Array(values.length);
  // halves instead of BigInts, each of which would be an object; the low one comes first wherever wasm runs
  const halves = new Int32Array(longs.buffer);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    halves[2 * i] = value;
    halves[2 * i + 1] = value < 0 ? -1 : 0;
  }
  return new Tensor('int64', longs, dims);
}

/** Whole numbers of 64 bits that fit into 32, without a BigInt for each. */
export function numbers(longs: BigInt64Array): Int32Array {
  const halves = new Int32Array(longs.buffer, longs.byteOffset, 2 * longs.length);
  const found = new Int32Array(longs.length);
  for (let i = 0; i < found.length; i++) found[i] = halves[2 * i] as number;
  return found;
}

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

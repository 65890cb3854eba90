import { toHalf } from '../../../../src/onnx/model/half.ts';
import type { Q4Matrix } from '../../../../src/onnx/quantize/q4.ts';
import type { TensorType } from './format.ts';

/** A matrix as llama.cpp reads it: rows one after the other, each what one output is made of. */
export interface Rows {
  readonly type: TensorType;
  /** Elements of a row, and how many rows there are. */
  readonly width: number;
  readonly count: number;
  readonly data: Uint8Array;
}

/** The bytes of numbers, without a copy. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

/** Floats [count, width] as they are. */
export const floatRows = (floats: Float32Array, width: number): Rows => ({
  type: 'F32',
  width,
  count: floats.length / width,
  data: bytesOf(floats),
});

/** Floats [count, width] in half precision. */
export const halfRows = (floats: Float32Array, width: number): Rows => ({
  type: 'F16',
  width,
  count: floats.length / width,
  data: bytesOf(toHalf(floats)),
});

/**
 * The rows of a 4-bit matrix as Q4_0: the same levels around 8 in the same blocks of 32, so the same
 * numbers but for the scales, which Q4_0 holds in half precision. A block is its scale, then 16 bytes
 * whose low halves are the block's first 16 elements and whose high halves the others.
 * @param factor what every number is multiplied with
 */
export function q4Rows({ k, n, blockSize, data, scales }: Q4Matrix, factor = 1): Rows {
  const [half, size] = [blockSize / 2, 2 + blockSize / 2];
  const out = new Uint8Array(scales.length * size);
  const bits = toHalf(scales.map((scale) => scale * factor));
  const level = (block: number, i: number) => {
    const byte = data[block * half + (i >> 1)] as number;
    return i & 1 ? byte >> 4 : byte & 15;
  };
  for (let block = 0; block < scales.length; block++) {
    const at = block * size;
    const scale = bits[block] as number;
    out[at] = scale & 255;
    out[at + 1] = scale >> 8;
    for (let i = 0; i < half; i++)
      out[at + 2 + i] = level(block, i) | (level(block, i + half) << 4);
  }
  return { type: 'Q4_0', width: Math.ceil(k / blockSize) * blockSize, count: n, data: out };
}

/**
 * Rows of heads whose rotary pairs lie half a head apart, as Hugging Face has them, with the pairs side by
 * side, as llama.cpp turns them.
 * @param size rows of one head
 */
export function pairedRows(rows: Rows, size: number): Rows {
  const bytes = rows.data.length / rows.count;
  const data = new Uint8Array(rows.data.length);
  for (let row = 0; row < rows.count; row++) {
    const i = row % size;
    const from = row - i + (i >> 1) + (i & 1) * (size / 2);
    data.set(rows.data.subarray(from * bytes, (from + 1) * bytes), row * bytes);
  }
  return { ...rows, data };
}

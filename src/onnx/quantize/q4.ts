/** A matrix in 4 bits as onnxruntime's MatMulNBits stores it: symmetric, zero point 8. */
export interface Q4Matrix {
  /** Inner dimension (rows of the weight) and outer one (columns). */
  k: number;
  n: number;
  /** Elements of one column that share a scale. */
  blockSize: number;
  /** [n, blocks, blockSize / 2]; the even element in the low half of each byte. */
  data: Uint8Array;
  /** [n blocks]. */
  scales: Float32Array;
}

export const blockSize = 32;

const clamp = (x: number) => Math.max(0, Math.min(15, x));

/**
 * Quantizes a weight [k, n] to 4 bits in blocks of 32 along k; a last, shorter block is filled up.
 * The element of largest magnitude becomes exactly -8 times the scale, so that all 16 levels are
 * in use; the error of any element is at most |scale| (half of it, but at the far positive end).
 */
export function quantizeQ4(weight: Float32Array, k: number, n: number): Q4Matrix {
  if (weight.length !== k * n)
    throw new Error(`a ${k} x ${n} matrix has ${k * n} elements, not ${weight.length}`);
  const blocks = Math.ceil(k / blockSize);
  const data = new Uint8Array((n * blocks * blockSize) / 2).fill(0x88);
  const scales = new Float32Array(n * blocks);
  for (let column = 0; column < n; column++)
    for (let block = 0; block < blocks; block++) {
      const start = block * blockSize;
      const end = Math.min(start + blockSize, k);
      let extreme = 0;
      for (let row = start; row < end; row++) {
        const value = weight[row * n + column] as number;
        if (Math.abs(value) > Math.abs(extreme)) extreme = value;
      }
      if (extreme === 0) continue;
      const scale = Math.fround(extreme / -8);
      const at = column * blocks + block;
      scales[at] = scale;
      for (let row = start; row < end; row++) {
        const level = clamp(Math.round((weight[row * n + column] as number) / scale) + 8);
        const i = row - start;
        const byte = at * (blockSize / 2) + (i >> 1);
        const shift = 4 * (i & 1);
        data[byte] = ((data[byte] as number) & ~(15 << shift)) | (level << shift);
      }
    }
  return { k, n, blockSize, data, scales };
}

/** The weight [k, n] that a 4-bit matrix stands for. */
export function dequantizeQ4({ k, n, blockSize, data, scales }: Q4Matrix): Float32Array {
  const blocks = Math.ceil(k / blockSize);
  return Float32Array.from({ length: k * n }, (_, i) => {
    const row = Math.floor(i / n);
    const column = i % n;
    const at = column * blocks + Math.floor(row / blockSize);
    const inBlock = row % blockSize;
    const byte = data[at * (blockSize / 2) + (inBlock >> 1)] as number;
    return (((byte >> (4 * (inBlock & 1))) & 15) - 8) * (scales[at] as number);
  });
}

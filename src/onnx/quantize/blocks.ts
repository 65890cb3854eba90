import { floatsOf } from '../model/tensor.ts';
import type { Tensor } from '../model/types.ts';

/** How MatMulNBits stores a weight [n, k]: in blocks along k, of which each has a scale. */
export interface BlockLayout {
  readonly k: number;
  readonly n: number;
  readonly bits: number;
  /** Elements that share a scale. */
  readonly block: number;
  /** Blocks of one row of n; the last may be filled up. */
  readonly blocks: number;
}

export interface BlockWeight {
  readonly layout: BlockLayout;
  /** uint8, [n, blocks, block bits / 8]; the earlier element in the lower bits. */
  readonly levels: Tensor;
  /** [n, blocks] or as one vector. */
  readonly scales: Tensor;
  /** uint8, packed as the levels are, each row of n from a byte on; left out: the middle of the range. */
  readonly zeros: Tensor | undefined;
}

/**
 * The weight [k, n] (as a product takes it: in, out) that blocks stand for.
 * Errors where another file holds one of the tensors.
 */
export function dequantizeBlocks({ layout, levels, scales, zeros }: BlockWeight): Float32Array {
  const { k, n, bits, block, blocks } = layout;
  for (const { external } of [levels, scales, zeros ?? levels])
    if (external) throw new Error(`a weight of ${n} x ${k} lies in another file`);
  const scale = floatsOf(scales);
  const perByte = 8 / bits;
  const stride = Math.ceil(blocks / perByte);
  const level = (data: Uint8Array, at: number) =>
    ((data[Math.floor(at / perByte)] as number) >> (bits * (at % perByte))) & (2 ** bits - 1);
  const floats = new Float32Array(k * n);
  for (let column = 0; column < n; column++)
    for (let row = 0; row < k; row++) {
      const inRow = Math.floor(row / block);
      const at = column * blocks + inRow;
      const zero = zeros ? level(zeros.data, column * stride * perByte + inRow) : 2 ** (bits - 1);
      const value = level(levels.data, at * block + (row % block)) - zero;
      floats[row * n + column] = value * (scale[at] as number);
    }
  return floats;
}

import { int } from '../model/attributes.ts';
import { floatTensor, uint8Tensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import { quantizeQ4 } from '../quantize/q4.ts';

/** A linear layer y = x W. */
export interface Linear {
  /** The node's name without '/MatMul'. */
  path: string;
  /** W [rows, columns]. */
  weight: Float32Array;
  rows: number;
  columns: number;
  /** Name of x [.., rows]. */
  x: string;
  /** Name of y [.., columns]; made up when left out. */
  y?: string;
}

export type LinearWriter = (w: NodeWriter, layer: Linear) => string;

/** '/model/layers.0/attn/q_proj' -> 'model.layers.0.attn.q_proj.MatMul.weight' */
const weightName = (path: string) => `${path.slice(1).replaceAll('/', '.')}.MatMul.weight`;

/** Writes the layer in fp32; returns y. */
export const writeMatMul: LinearWriter = (w, { path, weight, rows, columns, x, y }) => {
  const stored = w.constant(weightName(path), floatTensor([rows, columns], weight));
  return w.node(`${path}/MatMul`, 'MatMul', [x, stored], {}, y ? [y] : undefined);
};

/** Writes the layer in 4 bits, in blocks of 32 along the rows; returns y. */
export const writeQ4MatMul: LinearWriter = (w, { path, weight, rows, columns, x, y }) => {
  const { k, n, blockSize, data, scales } = quantizeQ4(weight, rows, columns);
  const name = weightName(path);
  const blocks = Math.ceil(k / blockSize);
  const stored = [
    w.constant(`${name}_Q4`, uint8Tensor([n, blocks, blockSize / 2], data)),
    w.constant(`${name}_scales`, floatTensor([n * blocks], scales)),
  ];
  const attributes = { K: int(k), N: int(n), bits: int(4), block_size: int(blockSize) };
  const outputs = y ? [y] : undefined;
  return w.node(
    `${path}/MatMul_Q4`,
    'com.microsoft.MatMulNBits',
    [x, ...stored],
    attributes,
    outputs,
  );
};

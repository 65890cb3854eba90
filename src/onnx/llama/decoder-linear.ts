import { int } from '../model/attributes.ts';
import { floatTensor, uint8Tensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import { quantizeQ4 } from '../quantise/q4.ts';

/** A linear layer with a weight [rows, columns] in fp32: x [.., rows] -> [.., columns]. */
export function writeMatMul(
  w: NodeWriter,
  path: string,
  weight: Float32Array,
  x: string,
  rows: number,
  columns: number,
): string {
  const name = weightName(path);
  return w.node(`${path}/MatMul`, 'MatMul', [
    x,
    w.constant(name, floatTensor([rows, columns], weight)),
  ]);
}

/** The same layer in 4 bits, in blocks of 32 along the rows. */
export function writeQ4MatMul(
  w: NodeWriter,
  path: string,
  weight: Float32Array,
  x: string,
  rows: number,
  columns: number,
): string {
  const { k, n, blockSize, data, scales } = quantizeQ4(weight, rows, columns);
  const name = weightName(path);
  const blocks = Math.ceil(k / blockSize);
  return w.node(
    `${path}/MatMul_Q4`,
    'com.microsoft.MatMulNBits',
    [
      x,
      w.constant(`${name}_Q4`, uint8Tensor([n, blocks, blockSize / 2], data)),
      w.constant(`${name}_scales`, floatTensor([n * blocks], scales)),
    ],
    { K: int(k), N: int(n), bits: int(4), block_size: int(blockSize) },
  );
}

/** '/model/layers.0/attn/q_proj' -> 'model.layers.0.attn.q_proj.MatMul.weight' */
const weightName = (path: string) => `${path.slice(1).replaceAll('/', '.')}.MatMul.weight`;

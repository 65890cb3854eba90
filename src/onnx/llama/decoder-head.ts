import { ints } from '../model/attributes.ts';
import { int64Tensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';

/** The last `num_logits_to_keep` positions; 0 keeps all, since -0 slices from the start. */
export function keptPositions(w: NodeWriter, hidden: string): string {
  const axis = w.constant('logits_axis', int64Tensor([1], [1]));
  const end = w.constant('logits_end', int64Tensor([1], [2 ** 31 - 1]));
  const scalarAxis = w.constant('first_axis', int64Tensor([1], [0]));
  const count = w.node('/lm_head/Unsqueeze', 'Unsqueeze', ['num_logits_to_keep', scalarAxis]);
  const start = w.node('/lm_head/Neg', 'Neg', [count]);
  return w.node('/lm_head/Slice', 'Slice', [hidden, start, end, axis]);
}

/**
 * Logits by the embedding itself [V, d]: the transpose is worked out when the model is loaded, so
 * the file holds the matrix once.
 */
export function tiedHead(w: NodeWriter, hidden: string, embedding: string): string {
  const transposed = w.node('/lm_head/Transpose', 'Transpose', [embedding], { perm: ints([1, 0]) });
  return w.node('/lm_head/MatMul', 'MatMul', [hidden, transposed], {}, ['logits']);
}

/** A matrix [rows, columns] as [columns, rows]. */
export function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = matrix[row * columns + column] as number;
  return result;
}

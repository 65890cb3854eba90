import type { BatchedDecoder } from '../../src/onnx/rewrite/batched-decoder.ts';

/** What a model's rows cost, in bytes. */
export interface RowCosts {
  /** Keys and values of one position. */
  readonly position: number;
  /** What a row needs while it is run, whatever its length: logits and what is made of them. */
  readonly row: number;
}

/** Copies of a row's logits that are alive at once: logits, scores, weights, and one on its way out. */
const logitCopies = 4;

export function rowCosts(
  { layers, dtype }: Pick<BatchedDecoder, 'layers' | 'dtype'>,
  vocabularySize: number,
): RowCosts {
  const size = dtype === 'float16' ? 2 : 4;
  const position = layers.reduce(
    (sum, { kvHeads, headSize }) => sum + 2 * kvHeads * headSize * size,
    0,
  );
  return { position, row: logitCopies * vocabularySize * 4 };
}

/**
 * How many rows fit into so many bytes, one at least. A row's cache is there twice for a moment, when a
 * step makes the longer one out of the shorter.
 * @param positions of a row's own, at its longest
 */
export const rowsWithin = (bytes: number, { position, row }: RowCosts, positions: number): number =>
  Math.max(1, Math.floor(bytes / (row + 2 * positions * position)));

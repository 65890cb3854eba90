/** Inputs of a graph that predicts each next token: `[batch, length]` rows flattened. */
export interface TokenFeeds {
  /** [batch * length] token ids. */
  readonly ids: BigInt64Array;
  /** [batch * length] the token that follows each. */
  readonly labels: BigInt64Array;
  /** [batch * length] 1 where the prediction counts, 0 on padding. */
  readonly weights: Float32Array;
}

/**
 * Lays rows of up to `length + 1` tokens out as inputs and shifted labels. Shorter rows are padded
 * on the right (harmless under a causal mask) with weight 0. Throws on more than `batch` rows.
 */
export function tokenFeeds(
  rows: readonly ArrayLike<number>[],
  batch: number,
  length: number,
): TokenFeeds {
  if (rows.length > batch)
    throw new RangeError(`${rows.length} rows do not fit a batch of ${batch}.`);
  const size = batch * length;
  const ids = new BigInt64Array(size);
  const labels = new BigInt64Array(size);
  const weights = new Float32Array(size);
  for (const [r, row] of rows.entries()) {
    for (let t = 0; t < Math.min(length, row.length - 1); t++) {
      const at = r * length + t;
      ids[at] = BigInt(row[t] as number);
      labels[at] = BigInt(row[t + 1] as number);
      weights[at] = 1;
    }
  }
  return { ids, labels, weights };
}

/** Token ids of a prompt and of what should follow it. */
export interface Example {
  readonly prompt: readonly number[];
  /** Ends with the end token where the model is to learn to stop there. */
  readonly completion: readonly number[];
}

/** A prompt with a better and a worse completion, as token ids. */
export interface PreferencePair {
  readonly prompt: readonly number[];
  readonly chosen: readonly number[];
  readonly rejected: readonly number[];
}

/** Predictions that an example's row needs: one less than its tokens. */
export const rowLength = ({ prompt, completion }: Example): number =>
  prompt.length + completion.length - 1;

/** Inputs of a training or scoring graph, rows flattened: [rows * length] each. */
export interface ExampleFeeds {
  readonly ids: BigInt64Array;
  /** The token that follows each. */
  readonly labels: BigInt64Array;
  /** 1 where the label is a token of a completion, else 0. */
  readonly weights: Float32Array;
}

/**
 * Lays examples out as rows of `length`, padded on the right (harmless under a causal mask). Prompts
 * and padding have weight 0, as TRL's labels of -100. Rows beyond the examples are padding throughout.
 * @throws RangeError when there are more examples than rows, or one does not fit
 */
export function exampleFeeds(
  examples: readonly Example[],
  rows: number,
  length: number,
): ExampleFeeds {
  if (examples.length > rows)
    throw new RangeError(`${examples.length} examples do not fit ${rows} rows.`);
  const size = rows * length;
  const ids = new BigInt64Array(size);
  const labels = new BigInt64Array(size);
  const weights = new Float32Array(size);
  for (const [r, example] of examples.entries()) {
    const tokens = [...example.prompt, ...example.completion];
    if (tokens.length - 1 > length)
      throw new RangeError(
        `An example of ${tokens.length} tokens does not fit a row of ${length}.`,
      );
    for (let t = 0; t + 1 < tokens.length; t++) {
      const at = r * length + t;
      ids[at] = BigInt(tokens[t] as number);
      labels[at] = BigInt(tokens[t + 1] as number);
      weights[at] = t + 1 >= example.prompt.length ? 1 : 0;
    }
  }
  return { ids, labels, weights };
}

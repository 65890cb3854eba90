import type { LlamaConfig } from '../../src/onnx/llama/config.ts';
import { Scorer } from '../pretrain/training/scorer.ts';
import { rowLengthFor } from './batches.ts';
import { rowLength, type Example } from './example.ts';

/** Rows that are scored at once. */
const batch = 16;

/**
 * Summed log-probability (nats) of each example's completion after its prompt, in the order given.
 * @param weights the model's flat parameter vector
 */
export async function completionScores(
  weights: Float32Array,
  config: LlamaConfig,
  examples: readonly Example[],
): Promise<Float64Array> {
  const lengths = examples.map((example) => rowLengthFor(rowLength(example)));
  const scores = new Float64Array(examples.length);
  for (const length of new Set(lengths)) {
    const members = [...examples.keys()].filter((i) => lengths[i] === length);
    const scorer = await Scorer.open(config, Math.min(batch, members.length), length);
    try {
      const chosen = members.map((member) => examples[member] as Example);
      const rows = chosen.map(({ prompt, completion }) => [...prompt, ...completion]);
      const found = await scorer.score(rows, weights);
      for (const [i, member] of members.entries()) {
        const first = (chosen[i] as Example).prompt.length - 1;
        const tokens = (found[i] as Float32Array).subarray(first);
        scores[member] = tokens.reduce((sum, value) => sum + value, 0);
      }
    } finally {
      await scorer.close();
    }
  }
  return scores;
}

/** Mean negative log-probability of a completion's token over all examples, nats. */
export async function completionLoss(
  weights: Float32Array,
  config: LlamaConfig,
  examples: readonly Example[],
): Promise<number> {
  const scores = await completionScores(weights, config, examples);
  const tokens = examples.reduce((sum, { completion }) => sum + completion.length, 0);
  return -scores.reduce((sum, score) => sum + score, 0) / tokens;
}

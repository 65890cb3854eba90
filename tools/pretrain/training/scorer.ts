import type { InferenceSession } from 'onnxruntime-node';
import { buildScoring } from '../../../src/onnx/llama/scoring.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { tokenFeeds } from './feeds.ts';
import { floats, integers, openSession } from './runtime.ts';

/** Log-probabilities of every next token of rows, under any parameters of one architecture. */
export class Scorer {
  private readonly session: InferenceSession;
  private readonly batch: number;
  private readonly length: number;

  private constructor(session: InferenceSession, batch: number, length: number) {
    this.session = session;
    this.batch = batch;
    this.length = length;
  }

  /** Builds the scoring graph for rows of up to `length + 1` tokens, `batch` at a time. */
  static async open(config: LlamaConfig, batch: number, length: number): Promise<Scorer> {
    const { bytes } = buildScoring(config, { batch, length });
    return new Scorer(await openSession(bytes), batch, length);
  }

  /**
   * For each row, the natural logarithm of the probability of row[t + 1] at position t.
   * @param parameters the model's flat parameter vector
   */
  async score(
    rows: readonly ArrayLike<number>[],
    parameters: Float32Array,
  ): Promise<Float32Array[]> {
    const { batch, length, session } = this;
    const results: Float32Array[] = [];
    for (let at = 0; at < rows.length; at += batch) {
      const group = rows.slice(at, at + batch);
      const { ids, labels } = tokenFeeds(group, batch, length);
      const output = await session.run({
        ids: integers(ids, [batch, length]),
        labels: integers(labels, [batch * length, 1]),
        parameters: floats(parameters, [parameters.length]),
      });
      const found = output['logProbs']?.data as Float32Array;
      for (const [r, row] of group.entries())
        results.push(found.slice(r * length, r * length + Math.min(length, row.length - 1)));
    }
    return results;
  }

  /** Frees the session's memory. */
  close(): Promise<void> {
    return this.session.release();
  }
}

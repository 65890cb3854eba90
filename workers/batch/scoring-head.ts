import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { TextScore } from '../protocol.ts';
import { int64 } from '../runtime/tensors.ts';

/** What the scoring head says of one position (src/onnx/heads/scoring-head.ts). */
type Judge = (score: TextScore) => void;

/** Judges tokens by logits that stay on the device. */
export class ScoringHead {
  readonly #session: InferenceSession;

  constructor(session: InferenceSession) {
    this.#session = session;
  }

  /**
   * @param logits [B, S, V]; left to the caller
   * @param targets [B S], the token at each place
   * @returns for each place what adds its numbers to a score
   */
  async judge(logits: Tensor, targets: readonly number[], alternatives: number): Promise<Judge[]> {
    const results = await this.#session.run({
      logits,
      targets: int64(targets, [targets.length, 1]),
      // the best one at least: a list of none is not worth a graph of its own
      top_count: int64([Math.max(1, alternatives)], [1]),
    });
    const column = (name: string) => results[name]?.data as Float32Array;
    const [target, logSum] = [column('target_logits'), column('log_sum')];
    const [ranks, entropies, topLogits] = [
      column('ranks'),
      column('entropies'),
      column('top_logits'),
    ];
    const topIds = results['top_ids']?.data as BigInt64Array;
    const listed = topIds.length / targets.length;
    return targets.map((_, at) => (score) => {
      const sum = logSum[at] as number;
      score.logProbabilities.push((target[at] as number) - sum);
      score.ranks.push(ranks[at] as number);
      score.entropies.push(entropies[at] as number);
      score.alternatives.push(
        Array.from({ length: alternatives }, (_, i) => ({
          token: Number(topIds[at * listed + i]),
          logProbability: (topLogits[at * listed + i] as number) - sum,
        })),
      );
    });
  }

  release(): Promise<void> {
    return this.#session.release();
  }
}

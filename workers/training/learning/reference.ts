import { logProbFeeds } from '../../../src/onnx/training/feeds.ts';
import type { StepShape } from '../../../src/onnx/training/learnt-rows.ts';
import { tensors } from '../batches/runs.ts';
import type { Unit } from '../batches/units.ts';
import type { GraphSessions } from './graph-sessions.ts';
import type { Turn } from './learner.ts';

/** Log-probabilities (nats) that the base gives a pair's answers. */
export type PairReference = readonly [chosen: number, rejected: number];

/** Some of the pairs, from their numbers one after the other; zeros where those are not yet known. */
export const pairsOf = (flat: readonly number[], first: number, count: number): PairReference[] =>
  Array.from({ length: count }, (_, i) => [
    flat[2 * (first + i)] ?? 0,
    flat[2 * (first + i) + 1] ?? 0,
  ]);

/**
 * What the base thinks of every answer, before anything is learnt (arXiv 2305.18290): pairs by turns, the session closed
 * afterwards.
 * @param shape of the largest bucket
 * @param check throws where nobody waits any more
 */
export async function referenceOf(
  units: readonly Unit[],
  shape: StepShape,
  sessions: GraphSessions,
  turn: Turn,
  check: () => void,
): Promise<PairReference[]> {
  const pairsAtOnce = shape.batch / 2;
  const session = await turn(() => sessions.logProbs());
  try {
    const found: PairReference[] = [];
    for (let start = 0; start < units.length; start += pairsAtOnce) {
      check();
      const run = units.slice(start, start + pairsAtOnce);
      const texts = run.flatMap((unit) => unit.texts);
      const { logProbs } = await turn(() => session.run(tensors(logProbFeeds(texts, shape))));
      const values = logProbs?.data as Float32Array;
      let at = 0;
      const sums = texts.map(({ learnt }) => {
        const count = learnt.reduce((sum, [from, to]) => sum + to - from, 0);
        at += count;
        return values.subarray(at - count, at).reduce((sum, value) => sum + value, 0);
      });
      run.forEach((_, i) => found.push([sums[2 * i] as number, sums[2 * i + 1] as number]));
    }
    return found;
  } finally {
    await turn(() => session.release());
  }
}

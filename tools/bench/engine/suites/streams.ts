import type { GenerationJob } from '../../../../workers/protocol.ts';
import { isGreedy } from '../work/sweep.ts';

type Tokens = readonly (readonly number[])[];

/** Two streams that should be the same and are not. */
export interface Difference {
  readonly job: GenerationJob;
  /** The first step at which they differ. */
  readonly step: number;
  readonly ours: number;
  readonly theirs: number;
}

/** What two contestants drew where nothing is drawn by lot. */
export interface Compared {
  readonly same: number;
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** @param jobs that both did; tokens in their order */
export function compareStreams(
  jobs: readonly GenerationJob[],
  ours: Tokens,
  theirs: Tokens,
): Compared {
  const greedy = [...jobs.entries()].filter(([, job]) => isGreedy(job));
  const differences = greedy.flatMap(([i, job]): Difference[] => {
    const [a, b] = [ours[i] ?? [], theirs[i] ?? []];
    const step = a.findIndex((token, at) => token !== b[at]);
    return step < 0 ? [] : [{ job, step, ours: a[step] ?? -1, theirs: b[step] ?? -1 }];
  });
  return { same: greedy.length - differences.length, compared: greedy.length, differences };
}

/** A difference in words: where, and between which tokens. */
export const inWords = ({ job, step, ours, theirs }: Difference): string =>
  `run ${job.key} parts at step ${step}: ${ours} (ours) and ${theirs}`;

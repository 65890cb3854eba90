import type { Contestant } from '../contest.ts';
import { newTokens, sweepJobs, type SweepSize } from '../work/sweep.ts';

/** One size of work, and what it took. */
export interface Grown {
  readonly what: string;
  readonly count: number;
  readonly runs: number;
  readonly tokens: number;
  readonly seconds: number;
}

const base = { prefix: 500, queries: 4, settings: 4, seeds: 1 } as const;

/** What grows, one thing at a time, from 4 queries under 4 settings behind 500 tokens. */
const grows: readonly (readonly [what: keyof SweepSize, counts: readonly number[]])[] = [
  ['settings', [2, 4, 8]],
  ['seeds', [1, 2, 4]],
  ['queries', [2, 4, 8, 16]],
  ['prefix', [250, 500, 1000, 1500]],
];

/** Takes the time of sweeps of growing size. */
export async function measureGrowth(ours: Contestant, vocabularySize: number): Promise<Grown[]> {
  const taken: Grown[] = [];
  for (const [what, counts] of grows)
    for (const count of counts) {
      const jobs = sweepJobs(vocabularySize, { ...base, [what]: count }, 1);
      const { milliseconds } = await ours.run(jobs);
      const tokens = newTokens(jobs);
      taken.push({ what, count, runs: jobs.length, tokens, seconds: milliseconds / 1000 });
    }
  return taken;
}

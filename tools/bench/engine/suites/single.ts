import type { GenerationJob } from '../../../../workers/protocol.ts';
import type { Contestant } from '../contest.ts';
import type { Row } from '../report/row.ts';
import { newTokens, sweepJobs } from '../work/sweep.ts';
import type { Ground, Pair } from './pair.ts';
import { rowOf } from './row-of.ts';
import { compareStreams } from './streams.ts';

const prefix = 200;

/** Prompts that share nothing: greedy, with a penalty, at two temperatures. */
const jobsOf = (vocabularySize: number): GenerationJob[] =>
  [0, 1, 2, 3].map((i) => {
    const job = sweepJobs(vocabularySize, { prefix, queries: 1 }, 50 + i)[i] as GenerationJob;
    return { ...job, decoding: { ...job.decoding, maxNewTokens: 64 } };
  });

/** One run at a time. @returns a row for each baseline */
export async function measureSingle(
  ground: Ground,
  vocabularySize: number,
  { ours, baselines }: Pair,
): Promise<Row[]> {
  const jobs = jobsOf(vocabularySize);
  const alone = async (contestant: Contestant, job: GenerationJob) => {
    const { tokens, milliseconds } = await contestant.run([job]);
    return { tokens: tokens[0] ?? [], milliseconds };
  };
  const taken = new Map<Contestant, { tokens: readonly number[]; milliseconds: number }[]>();
  // in turn, so that a drifting machine touches all alike
  for (const job of jobs)
    for (const contestant of [ours, ...baselines])
      taken.set(contestant, [...(taken.get(contestant) ?? []), await alone(contestant, job)]);
  const rate = (contestant: Contestant) => {
    const time = (taken.get(contestant) ?? []).reduce((sum, each) => sum + each.milliseconds, 0);
    return (1000 * newTokens(jobs)) / time;
  };
  const tokens = (contestant: Contestant) =>
    (taken.get(contestant) ?? []).map((each) => each.tokens);
  return baselines.map((baseline) => {
    const { same, compared } = compareStreams(jobs, tokens(ours), tokens(baseline));
    return rowOf(
      ground,
      {
        suite: 'single',
        prefix,
        runs: jobs.length,
        baseline: baseline.name,
        baseline_runs: jobs.length,
        baseline_tok_s: rate(baseline),
        ours_tok_s: rate(ours),
        ratio: rate(ours) / rate(baseline),
      },
      { identical_streams: `${same}/${compared}` },
    );
  });
}

import type { GenerationJob } from '../../../../workers/protocol.ts';
import type { Contestant, Outcome } from '../contest.ts';
import { megabytes, type Row } from '../report/row.ts';
import { diagonal, isGreedy, newTokens, sweepJobs } from '../work/sweep.ts';
import type { Ground, Pair } from './pair.ts';
import { rowOf } from './row-of.ts';
import { compareStreams, inWords } from './streams.ts';

/** How thoroughly a sweep is measured. */
export interface Care {
  /** How often, in turn; the median of the ratios' rounds counts. */
  readonly rounds: number;
  /** Whether the baselines do all runs, or only every query and every setting once. */
  readonly whole: boolean;
}

const rate = (jobs: readonly GenerationJob[], { milliseconds }: Outcome): number =>
  (1000 * newTokens(jobs)) / milliseconds;

/** Kernels and compiled code are warm, and nothing of the work is known. */
export async function warmUp(contestant: Contestant, vocabularySize: number): Promise<void> {
  const jobs = sweepJobs(vocabularySize, { prefix: 16, queries: 2 }, 900);
  await contestant.run(contestant.name === 'ours' ? jobs : jobs.slice(0, 3));
}

/** Runs one sweep with every contestant in turn. @returns a row for each baseline, the median of its rounds */
export async function measureSweep(
  ground: Ground,
  vocabularySize: number,
  { ours, baselines }: Pair,
  prefix: number,
  { rounds, whole }: Care,
  log: (line: string) => void,
): Promise<Row[]> {
  const taken = baselines.map((): Row[] => []);
  const streams = baselines.map(() => ({ same: 0, compared: 0 }));
  for (let round = 0; round < rounds; round++) {
    const jobs = sweepJobs(vocabularySize, { prefix }, 1 + round);
    const mine = await ours.run(jobs);
    const some = whole ? jobs : diagonal(jobs);
    const mineOf = new Map(jobs.map((job, i) => [job, mine.tokens[i] ?? []]));
    for (const [i, baseline] of baselines.entries()) {
      const theirs = await baseline.run(some);
      const others =
        whole || round > 0 ? [] : jobs.filter((job) => isGreedy(job) && !some.includes(job));
      const rest = await baseline.run(ground.backend === 'node' ? others : []);
      const both = [...some, ...(ground.backend === 'node' ? others : [])];
      const found = compareStreams(
        both,
        both.map((job) => mineOf.get(job) ?? []),
        [...theirs.tokens, ...rest.tokens],
      );
      const sum = streams[i] as { same: number; compared: number };
      sum.same += found.same;
      sum.compared += found.compared;
      for (const each of found.differences) log(`  ${baseline.name}: ${inWords(each)}`);
      taken[i]?.push(sweepRow(ground, prefix, [jobs, mine], [some, theirs], baseline.name));
    }
  }
  return taken.map((rows, i): Row => {
    const median = rows.toSorted((a, b) => a.ratio - b.ratio)[rows.length >> 1] as Row;
    return { ...median, identical_streams: `${streams[i]?.same}/${streams[i]?.compared}` };
  });
}

function sweepRow(
  ground: Ground,
  prefix: number,
  [jobs, mine]: [readonly GenerationJob[], Outcome],
  [some, theirs]: [readonly GenerationJob[], Outcome],
  baseline: string,
): Row {
  const [ours, other] = [rate(jobs, mine), rate(some, theirs)];
  const share = (part: number | undefined) =>
    part === undefined ? null : part / mine.milliseconds;
  return rowOf(
    ground,
    {
      suite: 'sweep',
      prefix,
      runs: jobs.length,
      baseline,
      baseline_runs: some.length,
      baseline_tok_s: other,
      ours_tok_s: ours,
      ratio: ours / other,
    },
    {
      peak_mb: megabytes(mine.peakBytes),
      baseline_peak_mb: megabytes(theirs.peakBytes),
      runtime_share: share(mine.spent?.runtime),
      caches_share: share(mine.spent?.caches),
      drawing_share: share(mine.spent?.drawing),
    },
  );
}

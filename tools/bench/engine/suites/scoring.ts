import type { ScoringJob } from '../../../../workers/protocol.ts';
import { ensureBenchModel } from '../models/write.ts';
import type { NodeContestantName } from '../node/messages.ts';
import { openInNode } from '../node/open.ts';
import type { Row } from '../report/row.ts';
import { sweepJobs } from '../work/sweep.ts';
import type { Ground } from './pair.ts';
import { rowOf } from './row-of.ts';

const prefix = 1000;
const judged = 100;

/** Eight texts of 100 tokens under prompts that share 1,000. */
const jobsOf = (vocabularySize: number, seed: number): ScoringJob[] =>
  sweepJobs(vocabularySize, { prefix, queries: 8, settings: 1 }, seed).map(
    ({ promptTokens }, i) => ({
      promptTokens,
      tokens: sweepJobs(vocabularySize, { prefix: judged, queries: 1, settings: 1 }, 70 + i)
        .flatMap((job) => job.promptTokens)
        .slice(0, judged),
    }),
  );

/** Texts judged token by token, in Node. @param log told how far the judgments lie apart at most */
export async function measureScoring(
  ground: Ground,
  vocabularySize: number,
  log: (line: string) => void,
): Promise<Row> {
  const { model, precision, threads } = ground;
  const folder = ensureBenchModel(model);
  const jobs = jobsOf(vocabularySize, 7);
  const take = async (contestant: NodeContestantName) => {
    const opened = await openInNode({ contestant, folder, precision, threads });
    try {
      await opened.score(jobsOf(vocabularySize, 8).slice(0, 1));
      return await opened.score(jobs);
    } finally {
      await opened.close();
    }
  };
  const [ours, loop] = [await take('ours'), await take('transformers.js')];
  const apart = ours.logProbabilities.flatMap((row, i) =>
    row.map((value, at) => Math.abs(value - (loop.logProbabilities[i]?.[at] ?? NaN))),
  );
  log(`  no log-probability differs by more than ${Math.max(...apart).toExponential(1)}`);
  const rate = (milliseconds: number) => (1000 * jobs.length * judged) / milliseconds;
  return rowOf(ground, {
    suite: 'scoring',
    prefix,
    runs: jobs.length,
    baseline: 'transformers.js',
    baseline_runs: jobs.length,
    baseline_tok_s: rate(loop.milliseconds),
    ours_tok_s: rate(ours.milliseconds),
    ratio: loop.milliseconds / ours.milliseconds,
  });
}

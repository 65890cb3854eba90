import type { Judge } from '../../scoring/scorers/judge.ts';
import type { Scorer } from '../../scoring/scorer.ts';

const isJudge = (scorer: Scorer): scorer is Judge => scorer.kind === 'judge';

/** Judgments of each answer, at most: those that are read in several ways are asked once. */
export function judgmentsEach(scorers: readonly Scorer[]): number {
  const judges = new Map(
    scorers.filter(isJudge).map(({ as: _, ...judge }) => [JSON.stringify(judge), judge]),
  );
  return [...judges.values()].reduce((sum, { mode }) => sum + (mode === 'single' ? 1 : 2), 0);
}

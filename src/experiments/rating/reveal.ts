import { breathing } from '../../domain/breathing.ts';
import type { HandRating } from '../../domain/experiment.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import type { Results } from '../results/results.ts';
import { agreements, type JudgeAgreement } from './agreement.ts';
import { ratingGround } from './ground.ts';
import { benchJudge, modelJudge, modelScorers, raterJudges } from './judges.ts';
import { raterState, ratersIn } from './raters.ts';
import { armMeans, armWins, placesOf, type ArmMean, type ArmWins } from './standings.ts';

export interface RaterCount {
  readonly name: string;
  readonly singles: number;
  readonly pairs: number;
  readonly skipped: number;
  /** Whether the arms were shown to them. */
  readonly revealed: boolean;
}

/** What raters said of the arms: all that stood hidden. */
export interface Reveal {
  /** Labels. */
  readonly arms: readonly string[];
  readonly raters: readonly RaterCount[];
  readonly means: readonly ArmMean[];
  readonly wins: readonly ArmWins[];
  readonly agreement: readonly JudgeAgreement[];
  /** The experiment's own scorer, as it is called in `agreement`; null where it has none that compares. */
  readonly bench: string | null;
}

/** Ratings by hand of an experiment, by arm; the page may work meanwhile. */
export async function revealOf(
  results: Results,
  ratings: readonly HandRating[],
  rest: Rest = breathing(),
): Promise<Reveal> {
  const ground = ratingGround(results);
  const places = placesOf(ground);
  const raters = raterJudges(ratings);
  const judges = modelScorers(results).map((scorer) => modelJudge(results, scorer, raters));
  const bench = benchJudge(results, raters);
  const counts = ratersIn(ratings).map((name): RaterCount => {
    const { skipped, revealed } = raterState(ratings, name);
    const judge = raters.find((rater) => rater.name === name);
    const [singles, pairs] = [judge?.singles.size ?? 0, judge?.pairs.size ?? 0];
    return { name, singles, pairs, skipped, revealed };
  });
  const rated = await armMeans(ground, places, raters, rest);
  return {
    arms: ground.arms.map(({ label }) => label),
    raters: counts,
    means: rated.filter(({ answers }) => answers > 0),
    wins: await armWins(ground, places, raters, rest),
    agreement: await agreements([...raters, ...judges, ...(bench ? [bench] : [])], rest),
    bench: bench?.name ?? null,
  };
}

import type { Interval } from '../../scoring/statistics/interval.ts';
import {
  plainAgreement,
  quadraticKappa,
  spearman,
  type RatingScale,
} from '../../scoring/statistics/agreement.ts';
import { pairedBootstrapInSteps } from '../../scoring/statistics/bootstrap.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import type { Judge } from './judges.ts';

/** How far two judges agree on what both judged; null where the data leave it undefined. */
export interface JudgeAgreement {
  readonly between: readonly [string, string];
  readonly on: 'ratings' | 'pairs';
  /** Answers, or pairs of answers, that both judged. */
  readonly n: number;
  readonly spearman: Interval | null;
  readonly kappa: Interval | null;
  readonly plain: Interval | null;
}

type Statistic = (a: readonly number[], b: readonly number[]) => number | null;

/** What both have, each side's values in one order. */
function shared<T extends number>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
): [T[], T[]] {
  const names = [...a.keys()].filter((name) => b.has(name)).sort();
  return [names.map((name) => a.get(name) as T), names.map((name) => b.get(name) as T)];
}

/** Fewer than two shared judgments say nothing of agreement. */
async function bootstrapped(
  a: readonly number[],
  b: readonly number[],
  of: Statistic,
  rest: Rest,
): Promise<Interval | null> {
  await rest();
  return a.length < 2 ? null : resting(pairedBootstrapInSteps(a, b, of), rest);
}

const kappaOn =
  (scale: RatingScale): Statistic =>
  (a, b) =>
    quadraticKappa(a, b, scale).value;
const plain: Statistic = (a, b) => plainAgreement(a, b).value;
const rank: Statistic = (a, b) => spearman(a, b).value;

async function onRatings(one: Judge, other: Judge, rest: Rest): Promise<JudgeAgreement> {
  const [a, b] = shared(one.singles, other.singles);
  const comparable = one.onScale && other.onScale;
  const [x, y] = [a.map(Math.round), b.map(Math.round)];
  const scale = { lowest: 1, highest: 10 };
  return {
    between: [one.name, other.name],
    on: 'ratings',
    n: a.length,
    spearman: await bootstrapped(a, b, rank, rest),
    kappa: comparable ? await bootstrapped(x, y, kappaOn(scale), rest) : null,
    plain: comparable ? await bootstrapped(x, y, plain, rest) : null,
  };
}

/** Of preferences, ranks would say no more than kappa does: better, as good, worse is a scale of three. */
async function onPairs(one: Judge, other: Judge, rest: Rest): Promise<JudgeAgreement> {
  const [a, b] = shared(one.pairs, other.pairs);
  return {
    between: [one.name, other.name],
    on: 'pairs',
    n: a.length,
    spearman: null,
    kappa: await bootstrapped(a, b, kappaOn({ lowest: -1, highest: 1 }), rest),
    plain: await bootstrapped(a, b, plain, rest),
  };
}

/**
 * Every two judges on what both judged, with 95 % bootstrap intervals over the shared answers or pairs;
 * judges that share nothing are left out. Scores on the raters' scale are rounded for kappa and plain
 * agreement; of other scales there are ranks alone. The page may work meanwhile.
 */
export async function agreements(judges: readonly Judge[], rest: Rest): Promise<JudgeAgreement[]> {
  const found: JudgeAgreement[] = [];
  for (const [i, one] of judges.entries())
    found.push(...(await agreementsOf(one, judges.slice(i + 1), rest)));
  return found;
}

/** One judge with each of some others, on what both judged; those that share nothing with it are left out. */
export async function agreementsOf(
  one: Judge,
  others: readonly Judge[],
  rest: Rest,
): Promise<JudgeAgreement[]> {
  const found: JudgeAgreement[] = [];
  for (const other of others)
    found.push(await onRatings(one, other, rest), await onPairs(one, other, rest));
  return found.filter(({ n }) => n > 0);
}

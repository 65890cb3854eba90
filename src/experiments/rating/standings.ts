import type { Interval } from '../../scoring/statistics/interval.ts';
import { crossedMeanInSteps } from '../../scoring/statistics/crossed.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import { wilson } from '../../scoring/statistics/wilson.ts';
import type { RatingGround } from './ground.ts';
import type { Judge } from './judges.ts';
import { keysNamed } from './raters.ts';

/** Where an answer stands: the arms that gave it, and its question. */
interface Place {
  readonly item: string;
  readonly arms: Set<number>;
}

type Places = ReadonlyMap<string, Place>;

/** The places of all answers by key: one answer may stand for several arms, and counts for each. */
export function placesOf({ slots }: RatingGround): Places {
  const places = new Map<string, Place>();
  for (const { item, answers } of slots)
    for (const [arm, answer] of answers.entries()) {
      if (!answer) continue;
      const place = places.get(answer.key) ?? { item, arms: new Set<number>() };
      place.arms.add(arm);
      places.set(answer.key, place);
    }
  return places;
}

/** A mean over questions: of each question first, since its answers and raters belong together. */
interface OverItems {
  /** Null without judgments. */
  readonly mean: number | null;
  /** 95 %, bootstrapped over questions; null for fewer than two. */
  readonly interval: Interval | null;
  /** Questions. */
  readonly n: number;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function overItems(
  byItem: ReadonlyMap<string, readonly number[]>,
  rest: Rest,
): Promise<OverItems> {
  const means = [...byItem].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => meanOf(all));
  const n = means.length;
  if (n < 2) return { mean: means[0] ?? null, interval: null, n };
  const interval = await resting(crossedMeanInSteps(means.map((mean) => [mean])), rest);
  return { mean: interval.value, interval, n };
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What raters gave the answers of one arm, one at a time. */
export interface ArmMean extends OverItems {
  readonly arm: number;
  /** Answers that somebody rated. */
  readonly answers: number;
  readonly ratings: number;
}

/** Each arm's mean rating. An answer that several raters rated counts once, with their mean. */
export async function armMeans(
  { arms }: RatingGround,
  places: Places,
  raters: readonly Judge[],
  rest: Rest,
): Promise<ArmMean[]> {
  const given = new Map<string, number[]>();
  for (const { singles } of raters) for (const [key, rating] of singles) push(given, key, rating);
  const means: ArmMean[] = [];
  for (const arm of arms.keys()) {
    const byItem = new Map<string, number[]>();
    let [answers, ratings] = [0, 0];
    for (const [key, all] of given) {
      const place = places.get(key);
      if (!place?.arms.has(arm)) continue;
      push(byItem, place.item, meanOf(all));
      answers++;
      ratings += all.length;
    }
    means.push({ arm, answers, ratings, ...(await overItems(byItem, rest)) });
  }
  return means;
}

/** How one arm did against another, or against all others. */
export interface ArmWins {
  readonly arm: number;
  /** Null for all others together. */
  readonly against: number | null;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Of the judgments that are no ties: Wilson's 95 %; null where all are ties. */
  readonly rate: Interval | null;
  /** A tie as half a win. */
  readonly half: OverItems;
}

interface Meeting {
  readonly item: string;
  readonly arm: number;
  readonly against: number;
  /** 1, 0.5 or 0 for the arm. */
  readonly won: number;
}

/** Every judgment of a pair, from the side of each of its arms. */
function meetingsOf(places: Places, raters: readonly Judge[]): Meeting[] {
  const meetings: Meeting[] = [];
  for (const [name, preference] of raters.flatMap(({ pairs }) => [...pairs])) {
    const [first, second] = keysNamed(name).map((key) => places.get(key));
    if (!first || !second) continue;
    const won = (1 + preference) / 2;
    for (const arm of first.arms)
      for (const against of second.arms) {
        if (arm === against) continue;
        meetings.push({ item: first.item, arm, against, won });
        meetings.push({ item: first.item, arm: against, against: arm, won: 1 - won });
      }
  }
  return meetings;
}

async function winsIn(
  meetings: readonly Meeting[],
  arm: number,
  against: number | null,
  rest: Rest,
): Promise<ArmWins[]> {
  const own = meetings.filter(
    (met) => met.arm === arm && (against === null || met.against === against),
  );
  if (own.length === 0) return [];
  const count = (won: number) => own.filter((met) => met.won === won).length;
  const [wins, ties, losses] = [count(1), count(0.5), count(0)];
  const byItem = new Map<string, number[]>();
  for (const { item, won } of own) push(byItem, item, won);
  const rate = wins + losses === 0 ? null : wilson(wins, wins + losses);
  return [{ arm, against, wins, ties, losses, rate, half: await overItems(byItem, rest) }];
}

/** Each arm against all others where there are several, then every two arms that met. */
export async function armWins(
  { arms }: RatingGround,
  places: Places,
  raters: readonly Judge[],
  rest: Rest,
): Promise<ArmWins[]> {
  const meetings = meetingsOf(places, raters);
  const met = new Set(meetings.map(({ arm }) => arm));
  const wins: ArmWins[] = [];
  if (met.size > 2)
    for (const arm of arms.keys()) wins.push(...(await winsIn(meetings, arm, null, rest)));
  for (const arm of arms.keys())
    for (const against of arms.keys())
      if (arm < against) wins.push(...(await winsIn(meetings, arm, against, rest)));
  return wins;
}

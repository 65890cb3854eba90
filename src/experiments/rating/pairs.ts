import { uniform } from '../../domain/draw.ts';
import { shuffled } from '../../domain/shuffle.ts';
import type { BlindAnswer, RatingGround } from './ground.ts';
import type { Task } from './tasks.ts';

export type ArmPair = readonly [number, number];

/** Pairs to be judged, and those that nobody needs to judge. */
export interface PairTasks {
  readonly tasks: readonly Task[];
  /** Of which arms both answers are the same text: once for each such pair. */
  readonly same: readonly ArmPair[];
}

/**
 * A tournament in which everybody meets everybody once, each at most once a day (the circle method). Of an
 * odd number one has a day off.
 * @returns day by day
 */
export function tournament(players: readonly number[]): ArmPair[][] {
  const seats: (number | null)[] = players.length % 2 === 0 ? [...players] : [...players, null];
  const [fixed = null, ...turning] = seats;
  return turning.map((_, day) => {
    const circle = [fixed, ...turning.slice(day), ...turning.slice(0, day)];
    return circle.slice(0, circle.length / 2).flatMap((one, i): ArmPair[] => {
      const other = circle[circle.length - 1 - i] ?? null;
      return one === null || other === null ? [] : [[one, other]];
    });
  });
}

/** Two answers with sides that the seed draws. */
function sided(a: BlindAnswer, b: BlindAnswer, seed: number): Task {
  const swaps = uniform(seed, `rating/side/${a.key}/${b.key}`, 0) < 0.5;
  return swaps ? { kind: 'pair', left: b, right: a } : { kind: 'pair', left: a, right: b };
}

/**
 * Answers side by side: of the same question, seed and turn, each answer once. The arms of a language meet
 * as in a tournament, a question a day; the meetings of one tournament are shuffled, so that whoever stops
 * after it has seen every two arms equally often.
 * @param chosen numbers of the arms that are compared
 * @param seed decides order and sides, and nothing else does
 */
export function pairTasks(
  { arms, slots }: RatingGround,
  chosen: readonly number[],
  seed: number,
): PairTasks {
  const languages = [...new Set(chosen.map((arm) => arms[arm]?.language))];
  const days = languages.map((language) =>
    tournament(
      shuffled(
        chosen.filter((arm) => arms[arm]?.language === language),
        seed,
        `rating/arms/${language}`,
      ),
    ),
  );
  const length = Math.max(1, ...days.map((ofLanguage) => ofLanguage.length));
  const order = shuffled(slots, seed, 'rating/questions');
  const seen = new Set<string>();
  const same: ArmPair[] = [];
  const tasks: Task[] = [];
  for (let from = 0; from < order.length; from += length) {
    const meetings: Task[] = [];
    for (const [day, { answers }] of order.slice(from, from + length).entries())
      for (const pair of days.flatMap((each) => (each.length === 0 ? [] : each[day % each.length])))
        if (pair) {
          const [a, b] = [answers[pair[0]], answers[pair[1]]];
          if (!a || !b || seen.has(a.key) || seen.has(b.key)) continue;
          seen.add(a.key).add(b.key);
          if (a.answer === b.answer && a.earlier[0]?.answer === b.earlier[0]?.answer)
            same.push(pair);
          else meetings.push(sided(a, b, seed));
        }
    tasks.push(...shuffled(meetings, seed, `rating/meetings/${from}`));
  }
  return { tasks, same };
}

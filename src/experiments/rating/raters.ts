import type { HandRating, Judgment } from '../../domain/experiment.ts';
import { answersIn, type Task } from './tasks.ts';

/** A task's name, whichever side an answer is on. */
export const taskName = (keys: readonly string[]): string => [...keys].sort().join(' ');

/** The keys that a task is named after, in the order of the alphabet. */
export const keysNamed = (name: string): string[] => name.split(' ');

const nameOf = (task: Task): string => taskName(answersIn(task).map(({ key }) => key));

/** The name of what was judged or passed over; null for neither. */
function judgedName(judgment: Judgment): string | null {
  switch (judgment.kind) {
    case 'single':
      return judgment.cell;
    case 'pair':
      return taskName([judgment.left, judgment.right]);
    case 'skip':
      return taskName(judgment.cells);
    case 'reveal':
      return null;
  }
}

/**
 * A judgment as it is stored. Its id says whose it is and what of, so that two tabs of one rater cannot
 * judge the same thing twice.
 */
export function newRating(
  experiment: string,
  rater: string,
  judgment: Judgment,
  createdAt = new Date().toISOString(),
): HandRating {
  const id = JSON.stringify([experiment, rater, judgedName(judgment) ?? 'reveal']);
  return { schema: 1, id, experiment, rater, createdAt, judgment };
}

/** Judgments that were given blind: none of a rater's that came after the arms were shown to them. */
export function blindRatings(ratings: readonly HandRating[]): HandRating[] {
  const shown = new Map<string, number>();
  for (const { rater, createdAt, judgment } of ratings)
    if (judgment.kind === 'reveal')
      shown.set(rater, Math.min(Date.parse(createdAt), shown.get(rater) ?? Infinity));
  return ratings.filter(
    ({ rater, createdAt, judgment }) =>
      judgment.kind !== 'reveal' && Date.parse(createdAt) <= (shown.get(rater) ?? Infinity),
  );
}

/** What one rater has done. */
export interface RaterState {
  /** Judged or passed over, in the order given. */
  readonly given: readonly HandRating[];
  readonly judged: number;
  readonly skipped: number;
  /** Whether the arms were shown to them: then they rate no more. */
  readonly revealed: boolean;
}

export function raterState(ratings: readonly HandRating[], rater: string): RaterState {
  const own = ratings.filter((rating) => rating.rater === rater);
  const given = blindRatings(own);
  const skipped = given.filter(({ judgment }) => judgment.kind === 'skip').length;
  return {
    given,
    judged: given.length - skipped,
    skipped,
    revealed: own.some(({ judgment }) => judgment.kind === 'reveal'),
  };
}

/** The names of all raters, in the order in which they began. */
export const ratersIn = (ratings: readonly HandRating[]): string[] => [
  ...new Set(ratings.map(({ rater }) => rater)),
];

/** What is left of a rater's tasks: neither judged nor passed over. */
export function openTasks(tasks: readonly Task[], { given }: Pick<RaterState, 'given'>): Task[] {
  const done = new Set(given.map(({ judgment }) => judgedName(judgment)));
  return tasks.filter((task) => !done.has(nameOf(task)));
}

import type { HandRating, Judgment } from '../../domain/experiment.ts';
import { answersIn, type Task, type TaskKind } from './tasks.ts';

/** A task's name, whichever side an answer is on. */
export const taskName = (keys: readonly string[]): string => [...keys].sort().join(' ');

/** The keys that a task is named after, in the order of the alphabet. */
export const keysNamed = (name: string): string[] => name.split(' ');

/** What a judgment is of; null where it is of no answers. */
function shownIn(judgment: Judgment): { kind: TaskKind; keys: readonly string[] } | null {
  switch (judgment.kind) {
    case 'single':
      return { kind: 'single', keys: [judgment.cell] };
    case 'pair':
      return { kind: 'pair', keys: [judgment.left, judgment.right] };
    case 'skip':
      return { kind: judgment.cells.length === 1 ? 'single' : 'pair', keys: judgment.cells };
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
  const shown = shownIn(judgment);
  const id = JSON.stringify([experiment, rater, shown ? taskName(shown.keys) : 'reveal']);
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

/** What a rater judged or passed over one at a time, or two side by side; the last one last. */
export const givenIn = ({ given }: Pick<RaterState, 'given'>, kind: TaskKind): HandRating[] =>
  given.filter(({ judgment }) => shownIn(judgment)?.kind === kind);

/**
 * What is left of a rater's tasks of one kind: those with no answer that they have seen in it. One that they
 * passed over does not come back: whoever sees an answer twice knows more of it than of others.
 */
export function openTasks(tasks: readonly Task[], state: Pick<RaterState, 'given'>): Task[] {
  const seen = { single: new Set<string>(), pair: new Set<string>() };
  for (const { judgment } of state.given) {
    const shown = shownIn(judgment);
    for (const key of shown?.keys ?? []) seen[shown?.kind ?? 'single'].add(key);
  }
  return tasks.filter((task) => answersIn(task).every(({ key }) => !seen[task.kind].has(key)));
}

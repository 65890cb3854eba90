import { shuffled } from '../../domain/shuffle.ts';
import type { BlindAnswer, RatingGround } from './ground.ts';

/** What a rater is asked at one go. */
export type Task =
  | { readonly kind: 'single'; readonly answer: BlindAnswer }
  | { readonly kind: 'pair'; readonly left: BlindAnswer; readonly right: BlindAnswer };

export type TaskKind = Task['kind'];

/** The answers of a task, in the order shown. */
export const answersIn = (task: Task): BlindAnswer[] =>
  task.kind === 'single' ? [task.answer] : [task.left, task.right];

/**
 * All answers in the order in which a rater sees them, each once, whatever arms and seeds it stands for.
 *
 * Questions are taken in windows of as many as there are arms, each window a Latin square: in every round
 * each arm comes once, each time with another question, so that whoever stops early has rated the arms
 * equally often and, but for the last window, on the same questions.
 * @param seed decides the order, and nothing else does
 */
export function singleTasks({ arms, slots }: RatingGround, seed: number): Task[] {
  const order = shuffled(slots, seed, 'rating/questions');
  const numbers = arms.map((_, arm) => arm);
  const seen = new Set<string>();
  const tasks: Task[] = [];
  for (let from = 0; from < order.length; from += arms.length) {
    const window = order.slice(from, from + arms.length);
    const places = shuffled(numbers, seed, `rating/window/${from}`);
    for (const round of window.keys()) {
      for (const arm of shuffled(numbers, seed, `rating/window/${from}/${round}`)) {
        const slot = window[((places[arm] as number) + round) % window.length];
        const answer = slot?.answers[arm];
        if (!answer || seen.has(answer.key)) continue;
        seen.add(answer.key);
        tasks.push({ kind: 'single', answer });
      }
    }
  }
  return tasks;
}

import type { TrainingEvent } from '../../../../workers/protocol.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Course } from './course.svelte.ts';

/** What is read out of an event, once the course has heard it: beginnings, halts, and every quarter. */
export function sentenceOf(
  kind: TrainingEvent['kind'],
  { done, total }: Pick<Course, 'done' | 'total'>,
): string | null {
  switch (kind) {
    case 'paused':
      return `Paused after step ${done} of ${total}.`;
    case 'resumed':
      return 'The training goes on.';
    case 'begun':
      return done === 0
        ? `The training begins: ${total} steps.`
        : `The training goes on after step ${done} of ${total}.`;
    case 'step':
      return done < total && quarter(done, total) > quarter(done - 1, total)
        ? `Step ${done} of ${total}.`
        : null;
    default:
      return null;
  }
}

/** What is read out when a training ends before its last step. */
export const endSentence = ({ code, message }: Problem, { done }: Pick<Course, 'done'>): string =>
  code === 'cancelled'
    ? `The training is stopped after step ${done}.`
    : `The training has failed. ${message}`;

const quarter = (step: number, total: number) => Math.floor((4 * step) / Math.max(1, total));

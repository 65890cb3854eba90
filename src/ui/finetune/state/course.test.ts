import { expect, it } from 'vitest';
import type { TrainingPlan } from '../../../domain/training/plan.ts';
import { Course } from './course.svelte.ts';
import { point } from './test/lab.ts';

const plan = { steps: 10, stepsPerEpoch: 2 } as TrainingPlan;
const begun = (done: number) => ({
  kind: 'begun' as const,
  plan,
  done,
  curve: { steps: Array.from({ length: done }, (_, i) => point(i + 1)), validation: [] },
  seconds: done,
});

it('takes up a curve where it was left, and has no step twice', () => {
  const course = new Course();
  course.hear(begun(3));
  course.hear({ kind: 'step', point: point(4), seconds: 4 });
  course.hear({ kind: 'step', point: point(5), seconds: 5 });
  course.hear({ kind: 'validation', point: { step: 5, loss: 1 } });
  course.hear({ kind: 'rewound', step: 3, reason: 'broke' });
  expect(course.validation).toEqual([]);
  course.hear({ kind: 'step', point: point(4), seconds: 4 });
  expect(course.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  expect(course.done).toBe(4);
});

it('tells the pace and the time that is left from the last steps', () => {
  const course = new Course();
  course.hear(begun(0));
  course.hear({ kind: 'step', point: point(1), seconds: 10 });
  expect(course.left).toBeNull();
  course.hear({ kind: 'step', point: point(2), seconds: 12 });
  course.hear({ kind: 'step', point: point(3), seconds: 14 });
  expect(course.pace).toEqual({ tokensPerSecond: 50, secondsPerStep: 2 });
  expect(course.left).toBe(14);
});

it('knows what is safe, and what was not written', () => {
  const course = new Course();
  course.hear(begun(2));
  expect(course.safe).toBe(2);
  const problem = { code: 'storage-full' as const, message: 'full', remedy: 'delete' };
  course.hear({ kind: 'unsaved', step: 3, problem });
  expect([course.safe, course.unsaved]).toEqual([2, 'full']);
  course.hear({ kind: 'checkpoint', step: 4, bytes: 1 });
  expect([course.safe, course.unsaved]).toEqual([4, null]);
});

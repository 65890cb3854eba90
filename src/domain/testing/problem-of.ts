import { Problem } from '../problem.ts';

/** The Problem that a promise rejects with; anything else fails the test. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const outcome = await promise.then(
    () => 'It was fulfilled.',
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error(`Expected a Problem. ${String(outcome)}`);
}

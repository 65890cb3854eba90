import { Problem } from '../../../../domain/problem.ts';

/** What an attempt gives; where it throws, why, for the field that asked. */
export function orReason(attempt: () => string | null): string | null {
  try {
    return attempt();
  } catch (thrown) {
    return Problem.from(thrown).message;
  }
}

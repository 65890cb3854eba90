import { Problem } from '../../domain/problem.ts';
import { follows } from './follow.ts';
import { readyInstruction, type IfevalInstruction } from './ready.ts';

/** Whether one instruction is followed; an error where it cannot be checked, which is not the answer's fault. */
export type Verdict =
  { readonly strict: boolean; readonly loose: boolean } | { readonly error: string };

/** Judges a response by each of its prompt's instructions, in their order. Never throws. */
export const verdicts = (instructions: readonly IfevalInstruction[], response: string): Verdict[] =>
  instructions.map((instruction) => {
    try {
      const { check } = readyInstruction(instruction);
      return {
        strict: follows(check, response, 'strict'),
        loose: follows(check, response, 'loose'),
      };
    } catch (thrown) {
      return { error: Problem.from(thrown).message };
    }
  });

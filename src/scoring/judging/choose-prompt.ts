import type { JudgePrompt } from '../../domain/judgment.ts';
import { Problem } from '../../domain/problem.ts';
import { placesIn } from './fill.ts';

/** What a prompt has to be for. */
export interface PromptWanted {
  readonly pair: boolean;
  readonly turns: 1 | 2;
  /** Whether right answers are there to be shown. */
  readonly reference: boolean;
}

/** What a prompt is for: its places say it, whatever it is called. */
export function purposeOf(prompt: JudgePrompt): PromptWanted {
  const places = placesIn(prompt);
  return {
    pair: prompt.type === 'pairwise',
    turns: places.includes('question_2') ? 2 : 1,
    reference: places.some((name) => name.startsWith('ref_answer_')),
  };
}

/**
 * The first prompt of a set that fits. One without right answers does where none with them is there: FastChat's
 * sets have both, others may not.
 * @throws Problem 'bad-input' where none is for this
 */
export function choosePrompt(prompts: readonly JudgePrompt[], wanted: PromptWanted): JudgePrompt {
  const find = (reference: boolean) =>
    prompts.find((prompt) => {
      const is = purposeOf(prompt);
      return is.pair === wanted.pair && is.turns === wanted.turns && is.reference === reference;
    });
  const found = find(wanted.reference) ?? (wanted.reference ? find(false) : undefined);
  if (found) return found;
  throw new Problem({
    code: 'bad-input',
    message: `material.judgePrompts: none of them judges ${wanted.pair ? 'two answers side by side' : 'one answer'} in a conversation of ${wanted.turns === 1 ? 'one turn' : 'two turns'}.`,
    remedy: 'Add one, or let the judge use the lab’s own prompts.',
  });
}

/** Categories in which a judge is shown the right answer, as in MT-Bench. */
const withReference: readonly string[] = ['math', 'reasoning', 'coding'];

/** Whether a judge is shown right answers: in these categories, where every turn has one. */
export const showsReference = (category: string, references: readonly (string | null)[]): boolean =>
  withReference.includes(category) && references.every((text) => text !== null && text !== '');

/** What a judge's reply to a prompt begins with, where the prompt does not say: FastChat's forms. */
export const openingOf = ({ opening, type }: JudgePrompt): string =>
  opening ?? (type === 'single' ? 'Rating: [[' : '[[');

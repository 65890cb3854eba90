import { Problem } from '../../domain/problem.ts';
import { checkRoom } from './prompts.ts';

/**
 * The tokens of a text after a prompt, both cut as one text: a token may reach over the border, and then
 * the judging begins where both ways of cutting still agree.
 * @throws Problem 'context-exceeded', or 'bad-input' where the text has no token of its own
 */
export function continuation(
  prompt: readonly number[],
  all: readonly number[],
  contextLength: number,
): { prompt: number[]; text: number[] } {
  let border = 0;
  while (border < prompt.length && prompt[border] === all[border]) border++;
  checkRoom(all.length, 0, contextLength);
  if (border === 0 || border >= all.length)
    throw new Problem({
      code: 'bad-input',
      message: 'There is no text to judge.',
      remedy: 'Give the question a reference, or judge another arm’s answers.',
    });
  return { prompt: all.slice(0, border), text: all.slice(border) };
}

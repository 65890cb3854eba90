import { instruction, type InstructionTypes, Phrase, plain } from '../instruction.ts';
import { strip } from '../text.ts';

/** Two different answers, six stars between them; nothing but white space may stand outside. */
function twoResponses(response: string): boolean {
  const parts = response.split('******').map(strip);
  const blankWithin = parts.some((part, i) => part === '' && i > 0 && i < parts.length - 1);
  const [first, second, ...more] = parts.filter((part) => part !== '');
  return !blankWithin && second !== undefined && more.length === 0 && first !== second;
}

export const combination: InstructionTypes = {
  'combination:two_responses': plain(twoResponses),
  'combination:repeat_prompt': instruction({ prompt_to_repeat: Phrase }, (kwargs) => {
    const start = strip(kwargs.prompt_to_repeat).toLowerCase();
    return (response) => strip(response).toLowerCase().startsWith(start);
  }),
};

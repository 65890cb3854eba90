import { Count, holds, instruction, type InstructionTypes, Relation } from '../instruction.ts';
import { isIn, type LanguageCode } from '../language.ts';
import { isLower, isUpper } from '../text.ts';

/**
 * Letter case (change_case). The types of a whole response in capitals or small letters have the language's name
 * in their id, and want that language.
 * @param name of the language, as ids have it: "english"
 * @param tokens the words among which those in capitals are counted
 */
export const changeCase = (
  name: string,
  language: LanguageCode,
  tokens: (text: string) => string[],
): InstructionTypes => ({
  'change_case:capital_word_frequency': instruction(
    { capital_frequency: Count, capital_relation: Relation },
    ({ capital_frequency, capital_relation }) =>
      (response) =>
        holds(tokens(response).filter(isUpper).length, capital_relation, capital_frequency),
  ),
  [`change_case:${name}_capital`]: instruction(
    {},
    () => (response) => isUpper(response) && isIn(response, language),
  ),
  [`change_case:${name}_lowercase`]: instruction(
    {},
    () => (response) => isLower(response) && isIn(response, language),
  ),
});

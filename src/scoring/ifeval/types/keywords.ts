import * as v from 'valibot';
import { Count, holds, instruction, Phrase, Phrases, Relation } from '../instruction.ts';
import { countOf, hasWord, strip } from '../text.ts';

/**
 * One character. The reference implementation draws a letter by chance in the place of one that is not from a
 * to z (two of the 541 prompts ask for "#" and "!"); here the character that was asked for is counted.
 */
const Letter = v.pipe(
  v.string(),
  v.transform(strip),
  v.check((text) => [...text].length === 1, 'Expected one letter'),
);

/** Words that must or must not stand in the response. Keywords are texts, not patterns; letter case is aside. */
export const keywords = {
  'keywords:existence': instruction({ keywords: Phrases }, (kwargs) => (response) => {
    return kwargs.keywords.every((keyword) => countOf(response, keyword) > 0);
  }),
  'keywords:frequency': instruction(
    { keyword: Phrase, frequency: Count, relation: Relation },
    ({ keyword, frequency, relation }) => {
      const sought = strip(keyword);
      return (response) => holds(countOf(response, sought), relation, frequency);
    },
  ),
  'keywords:forbidden_words': instruction(
    { forbidden_words: Phrases },
    (kwargs) => (response) => !kwargs.forbidden_words.some((word) => hasWord(response, word)),
  ),
  'keywords:letter_frequency': instruction(
    { letter: Letter, let_frequency: Count, let_relation: Relation },
    ({ letter, let_frequency, let_relation }) =>
      (response) =>
        holds(countOf(response, letter), let_relation, let_frequency),
  ),
};

import {
  Count,
  holds,
  instruction,
  type InstructionTypes,
  Ordinal,
  Phrase,
  Relation,
} from '../instruction.ts';
import { space, strip } from '../text.ts';

/** How a language's texts are counted. */
export interface Measures {
  sentences(text: string): number;
  words(text: string): number;
  /** Whether a paragraph, stripped and not empty, begins with a word or phrase. */
  begins(paragraph: string, word: string): boolean;
}

const divider = new RegExp(String.raw`[${space}]?\*{3}[${space}]?`);

/** Paragraphs between lines of three stars; none where one of them within is empty. */
function dividedParagraphs(text: string): number | null {
  const parts = text.split(divider).map(strip);
  if (parts.some((part, i) => part === '' && i > 0 && i < parts.length - 1)) return null;
  return parts.filter((part, i) => part !== '' || (i > 0 && i < parts.length - 1)).length;
}

/** How long a response and its parts are (length_constraints). */
export const length = (measures: Measures): InstructionTypes => ({
  'length_constraints:number_words': instruction(
    { num_words: Count, relation: Relation },
    ({ num_words, relation }) =>
      (response) =>
        holds(measures.words(response), relation, num_words),
  ),
  'length_constraints:number_sentences': instruction(
    { num_sentences: Count, relation: Relation },
    ({ num_sentences, relation }) =>
      (response) =>
        holds(measures.sentences(response), relation, num_sentences),
  ),
  'length_constraints:number_paragraphs': instruction(
    { num_paragraphs: Count },
    ({ num_paragraphs }) =>
      (response) =>
        dividedParagraphs(response) === num_paragraphs,
  ),
  'length_constraints:nth_paragraph_first_word': instruction(
    { num_paragraphs: Ordinal, nth_paragraph: Ordinal, first_word: Phrase },
    ({ num_paragraphs, nth_paragraph, first_word }) => {
      const word = strip(first_word).toLowerCase();
      return (response) => {
        // blank paragraphs do not count, but have their place in the order
        const paragraphs = response.split('\n\n').map(strip);
        const count = paragraphs.filter((paragraph) => paragraph !== '').length;
        const nth = nth_paragraph <= count ? paragraphs[nth_paragraph - 1] : '';
        return count === num_paragraphs && !!nth && measures.begins(nth, word);
      };
    },
    ({ num_paragraphs, nth_paragraph }) =>
      nth_paragraph > num_paragraphs
        ? `nth_paragraph: ${nth_paragraph} of ${num_paragraphs} paragraphs is none`
        : null,
  ),
});

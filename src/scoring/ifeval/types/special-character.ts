import * as v from 'valibot';
import { Count, holds, instruction, type InstructionTypes, Relation } from '../instruction.ts';
import { words } from '../text.ts';
import { hyphenatedWords } from '../tokens.ts';

/** How many words have one of some letters; a letter and its mark may come as two characters. */
const wordsWith = (text: string, letters: string): number =>
  hyphenatedWords(text.normalize('NFC').toLowerCase()).filter((word) =>
    [...letters].some((letter) => word.includes(letter)),
  ).length;

/** So many words, neither more nor fewer, with a letter. */
const exactly = (letter: string) =>
  instruction(
    { let_frequency: Count },
    ({ let_frequency }) =>
      (response) =>
        wordsWith(response, letter) === let_frequency,
  );

/** Spanish letters that other languages have not. */
export const spanishCharacters: InstructionTypes = {
  'special_character:enie': exactly('ñ'),
  'special_character:dieresis': exactly('ü'),
  'special_character:tildes': instruction(
    { num_words: Count, relation: Relation },
    ({ num_words, relation }) =>
      (response) =>
        holds(wordsWith(response, 'áéíóú'), relation, num_words),
  ),
};

const unmarked = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** French letters and their accents. */
export const frenchCharacters: InstructionTypes = {
  'special_character:ethel_or_cedilla': instruction(
    { forbidden_char: v.picklist(['œ', 'ç']) },
    ({ forbidden_char }) =>
      (response) =>
        !response.normalize('NFC').toLowerCase().includes(forbidden_char),
  ),
  'special_character:no_accents': instruction(
    {},
    () => (response) =>
      !/[àáâãäåçèéêëìíîïñòóôõöùúûüýÿ]/.test(response.normalize('NFC').toLowerCase()),
  ),
  /** Of the words named without their accents, each that stands in the response has them all. */
  'special_character:accents': instruction(
    { word_to_accentuate: v.record(v.string(), v.string()) },
    ({ word_to_accentuate }) => {
      const right = new Map(Object.entries(word_to_accentuate));
      return (response) =>
        words(response.normalize('NFC').toLowerCase()).every((word) => {
          const wanted = right.get(unmarked(word));
          return wanted === undefined || wanted.normalize('NFC') === word;
        });
    },
  ),
};

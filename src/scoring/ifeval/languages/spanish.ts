import type { InstructionTypes } from '../instruction.ts';
import { sentences } from '../sentences.ts';
import { pieces, space } from '../text.ts';
import { hyphenatedWords } from '../tokens.ts';
import { changeCase } from '../types/case.ts';
import { combination } from '../types/combination.ts';
import { content } from '../types/content.ts';
import { format } from '../types/format.ts';
import { keywords } from '../types/keywords.ts';
import { language } from '../types/language.ts';
import { length, type Measures } from '../types/length.ts';
import { punctuation, spanishPunctuation } from '../types/punctuation.ts';
import { spanishCharacters } from '../types/special-character.ts';
import { startend } from '../types/startend.ts';
import { wordSet } from './shared.ts';

const style = {
  abbreviations: wordSet(`
    a.c admón art av avda c.p cap d.c d depto dr dra dña ee.uu ej etc fig gral ing lic máx mín n.º núm p pág págs
    p.ej prof profa s.a s.l sr sra sras sres srta tel ud uds vol`),
  starters: wordSet(`
    a al además ahora aquí así aunque cada como con cuando de desde después el ella ellas ellos en entonces era es
    esa ese eso esta este esto fue hay la las lo los más mientras mi muy no nos nuestra nuestro o para pero por
    porque que se si sin sobre son su sus también te tu tus un una y ya yo`),
};

const listMark = new RegExp(String.raw`^[${space}]*(?:\p{Nd}+\.|[-*])`, 'u');
/** Lines without the mark or number of a list that they begin with: "1." is no sentence and no word. */
const unlisted = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(listMark, ''))
    .join('\n');

const ascii = /[!-/:-@[-`{-~]/g;
const measures: Measures = {
  sentences: (text) => sentences(unlisted(text), style),
  words: (text) => hyphenatedWords(unlisted(text)).length,
  // a phrase may be asked for as the first word
  begins: (paragraph, phrase) => {
    const wanted = pieces(phrase);
    const found = pieces(paragraph).map((piece) => piece.replace(ascii, '').toLowerCase());
    return wanted.every((word, i) => found[i] === word);
  },
};

/** The Spanish types of M-IFEval (arXiv 2502.04688). */
export const spanish: InstructionTypes = {
  ...keywords,
  ...language,
  ...length(measures),
  ...content,
  ...format({ options: ['Sí.', 'No.', 'Quizás.'], bullets: '*', title: ['<<', '>>'] }),
  ...combination,
  ...startend([['"', '"']], { lastDot: true }),
  ...changeCase('spanish', 'es', hyphenatedWords),
  ...punctuation,
  ...spanishPunctuation,
  ...spanishCharacters,
};

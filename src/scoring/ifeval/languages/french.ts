import type { InstructionTypes } from '../instruction.ts';
import { treebankTokens } from '../tokens.ts';
import { changeCase } from '../types/case.ts';
import { combination } from '../types/combination.ts';
import { content } from '../types/content.ts';
import { format } from '../types/format.ts';
import { frenchContent } from '../types/french-content.ts';
import { keywords } from '../types/keywords.ts';
import { language } from '../types/language.ts';
import { length } from '../types/length.ts';
import { punctuation } from '../types/punctuation.ts';
import { frenchCharacters } from '../types/special-character.ts';
import { startend } from '../types/startend.ts';
import { commonMeasures, wordSet } from './shared.ts';

const style = {
  abbreviations: wordSet(`
    apr av cap cf dir dr déc etc ex fig fév janv j.-c juil lt m me mlle mm mme mr n.b nb nov oct p p.-s p.ex p.p.s
    p.s pr prof sept st ste svp tel tél v vol vs éd`),
  starters: wordSet(`
    ainsi alors après au aussi avant avec c car ce ces cet cette chaque comme dans de depuis des donc du elle
    elles en enfin ensuite est et il ils j je l la le les leur leurs lorsque mais ma mes mon nos notre nous on or
    ou où par parce pour puis quand que qui sa sans se ses si son sous sur ta tes ton tous tout tu un une votre
    vous y à`),
};

/** The French types of M-IFEval (arXiv 2502.04688). */
export const french: InstructionTypes = {
  ...keywords,
  ...language,
  ...length(commonMeasures(style)),
  ...content,
  ...frenchContent,
  ...format({ options: ['Oui.', 'Non.', 'Peut-être.'], bullets: '*-', title: ['##', '##'] }),
  ...combination,
  ...startend(
    [
      ['"', '"'],
      ["'", "'"],
      ['«', '»'],
    ],
    { lastDot: false },
  ),
  ...changeCase('french', 'fr', treebankTokens),
  ...punctuation,
  ...frenchCharacters,
};

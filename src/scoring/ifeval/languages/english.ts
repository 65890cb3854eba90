import type { InstructionTypes } from '../instruction.ts';
import { treebankTokens } from '../tokens.ts';
import { changeCase } from '../types/case.ts';
import { combination } from '../types/combination.ts';
import { content } from '../types/content.ts';
import { format } from '../types/format.ts';
import { keywords } from '../types/keywords.ts';
import { language } from '../types/language.ts';
import { length } from '../types/length.ts';
import { punctuation } from '../types/punctuation.ts';
import { startend } from '../types/startend.ts';
import { commonMeasures, wordSet } from './shared.ts';

const style = {
  abbreviations: wordSet(`
    a.m adm apr aug capt co col corp d.c dec dr feb fri ft gen gov inc jan jr jul lt ltd maj messrs mon mr mrs ms
    mt nov oct p.m ph.d prof rep rev sen sept sgt sr st thu tue u.k u.n u.s u.s.a vs wed`),
  starters: wordSet(`
    a after all although an and as at because before but by each every for from he her here his how however i if
    in it its let many most my no not now of on one or our she since so some that the their then there these they
    this those though to we what when where while who why with yes you your`),
};

/** The 25 types of IFEval (arXiv 2311.07911). */
export const english: InstructionTypes = {
  ...keywords,
  ...language,
  ...length(commonMeasures(style)),
  ...content,
  ...format({
    options: ['My answer is yes.', 'My answer is no.', 'My answer is maybe.'],
    bullets: '*-',
    title: ['<<', '>>'],
  }),
  ...combination,
  ...startend([['"', '"']], { lastDot: false }),
  ...changeCase('english', 'en', treebankTokens),
  ...punctuation,
};

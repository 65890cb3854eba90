import { follows, type How } from '../follow.ts';
import {
  readyInstruction,
  typesOf,
  type IfevalInstruction,
  type IfevalLanguage,
} from '../ready.ts';

/** Whether a response follows an instruction. */
export const does = (
  id: string,
  kwargs: IfevalInstruction['kwargs'],
  response: string,
  how: How = 'strict',
): boolean => follows(readyInstruction({ id, kwargs }).check, response, how);

/** Kwargs that fit, by type; types that are not here need none. */
const fitting: Readonly<Record<string, IfevalInstruction['kwargs']>> = {
  'keywords:existence': { keywords: ['tea', 'Ünion'] },
  'keywords:frequency': { keyword: 'tea', frequency: 2, relation: 'at least' },
  'keywords:forbidden_words': { forbidden_words: ['tea', 'no-one', '(a'] },
  'keywords:letter_frequency': { letter: 'q', let_frequency: 2, let_relation: 'less than' },
  'language:response_language': { language: 'hi' },
  'length_constraints:number_words': { num_words: 5, relation: 'at least' },
  'length_constraints:number_sentences': { num_sentences: 2, relation: 'less than' },
  'length_constraints:number_paragraphs': { num_paragraphs: 2 },
  'length_constraints:nth_paragraph_first_word': {
    num_paragraphs: 2,
    nth_paragraph: 2,
    first_word: 'so',
  },
  'detectable_content:number_placeholders': { num_placeholders: 2 },
  'detectable_content:postscript': { postscript_marker: 'P.P.S' },
  'detectable_format:number_bullet_lists': { num_bullets: 2 },
  'detectable_format:number_highlighted_sections': { num_highlights: 2 },
  'detectable_format:multiple_sections': { section_spliter: 'Day', num_sections: 2 },
  'combination:repeat_prompt': { prompt_to_repeat: 'Say it.' },
  'startend:end_checker': { end_phrase: 'The end.' },
  'change_case:capital_word_frequency': { capital_frequency: 2, capital_relation: 'at least' },
  'special_character:enie': { let_frequency: 2 },
  'special_character:dieresis': { let_frequency: 1 },
  'special_character:tildes': { num_words: 2, relation: 'al menos' },
  'special_character:ethel_or_cedilla': { forbidden_char: 'ç' },
  'special_character:accents': { word_to_accentuate: { ete: 'été' } },
};

/** An instruction of each type of each language, that can be checked. */
export const oneOfEach: readonly IfevalInstruction[] = (['en', 'es', 'fr'] as const).flatMap(
  (language: IfevalLanguage) =>
    typesOf(language).map((type) => ({ id: `${language}:${type}`, kwargs: fitting[type] ?? {} })),
);

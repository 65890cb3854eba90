import * as v from 'valibot';
import { instruction } from '../instruction.ts';
import { isIn, languageCodes } from '../language.ts';

/** The language of the whole response. */
export const language = {
  'language:response_language': instruction(
    { language: v.picklist(languageCodes) },
    (kwargs) => (response) => isIn(response, kwargs.language),
  ),
};

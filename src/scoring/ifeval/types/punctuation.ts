import { plain } from '../instruction.ts';
import { strip } from '../text.ts';

export const punctuation = {
  'punctuation:no_comma': plain((response) => !response.includes(',')),
};

/** Whether something stands between an opening mark and the next closing one. */
function enclosed(text: string, open: string, close: string): boolean {
  for (let at = text.indexOf(open); at >= 0;) {
    const end = text.indexOf(close, at);
    if (end < 0) return false;
    let start = at;
    while (text[start] === open) start++;
    if (strip(text.slice(start, end)) !== '') return true;
    at = text.indexOf(open, end);
  }
  return false;
}

/** Spanish asks for a question or an exclamation with both its marks. */
export const spanishPunctuation = {
  'punctuation:question_marks': plain((response) => enclosed(response, '¿', '?')),
  'punctuation:exclamation_marks': plain((response) => enclosed(response, '¡', '!')),
};

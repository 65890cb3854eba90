import * as v from 'valibot';
import {
  Count,
  holds,
  instruction,
  type InstructionTypes,
  Phrase,
  plain,
  Relation,
} from '../instruction.ts';
import { bullets, highlights, numbered, titled } from '../marks.ts';
import { strip } from '../text.ts';

/** A text that parses as JSON, in a fence or without one. */
function isJson(response: string): boolean {
  let text = strip(response);
  for (const fence of ['```json', '```Json', '```JSON', '```'])
    if (text.startsWith(fence)) text = text.slice(fence.length);
  if (text.endsWith('```')) text = text.slice(0, -3);
  try {
    JSON.parse(strip(text));
    return true;
  } catch {
    return false;
  }
}

/** What the forms look like in a language. */
export interface Forms {
  /** One of these must stand in the response. */
  readonly options: readonly string[];
  /** Characters that begin a line of a list. */
  readonly bullets: string;
  /** What opens and closes a title. */
  readonly title: readonly [open: string, close: string];
}

/** Forms that a program can see (detectable_format). */
export const format = (forms: Forms): InstructionTypes => ({
  'detectable_format:number_bullet_lists': instruction(
    { num_bullets: Count },
    ({ num_bullets }) =>
      (response) =>
        bullets(response, forms.bullets) === num_bullets,
  ),
  'detectable_format:constrained_response': plain((response) =>
    forms.options.some((option) => response.includes(option)),
  ),
  'detectable_format:number_highlighted_sections': instruction(
    { num_highlights: Count, relation: v.optional(Relation, 'at least') },
    ({ num_highlights, relation }) =>
      (response) =>
        holds(highlights(response), relation, num_highlights),
  ),
  'detectable_format:multiple_sections': instruction(
    { section_spliter: Phrase, num_sections: Count, relation: v.optional(Relation, 'at least') },
    ({ section_spliter, num_sections, relation }) => {
      const heading = strip(section_spliter);
      return (response) => holds(numbered(response, heading), relation, num_sections);
    },
  ),
  'detectable_format:json_format': plain(isJson),
  'detectable_format:title': plain((response) => titled(response, forms.title)),
});

import * as v from 'valibot';
import { Count, holds, instruction, Phrase, Relation } from '../instruction.ts';
import { space, strip } from '../text.ts';

/** Squared brackets that open and close on one line. */
function placeholders(text: string): number {
  let count = 0;
  for (const line of text.split('\n'))
    for (let at = 0; ; count++) {
      const open = line.indexOf('[', at);
      const close = open < 0 ? -1 : line.indexOf(']', open + 1);
      if (close < 0) break;
      at = close + 1;
    }
  return count;
}

const gap = `[${space}]?`;
/** Markers that may be written with a blank between their letters. */
const spaced: Readonly<Record<string, RegExp>> = {
  'P.S.': new RegExp(String.raw`p\.${gap}s\.`),
  'P.P.S': new RegExp(String.raw`p\.${gap}p\.${gap}s`),
  'P.D.': new RegExp(String.raw`p\.${gap}d\.`),
};

/** Things that the response must hold (detectable_content). */
export const content = {
  'detectable_content:number_placeholders': instruction(
    { num_placeholders: Count, relation: v.optional(Relation, 'at least') },
    ({ num_placeholders, relation }) =>
      (response) =>
        holds(placeholders(response), relation, num_placeholders),
  ),
  'detectable_content:postscript': instruction({ postscript_marker: Phrase }, (kwargs) => {
    const marker = strip(kwargs.postscript_marker);
    const pattern = spaced[marker];
    return (response) => {
      const text = response.toLowerCase();
      return pattern ? pattern.test(text) : text.includes(marker.toLowerCase());
    };
  }),
};

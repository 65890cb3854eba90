import { instruction, type InstructionTypes, Phrase, plain } from '../instruction.ts';
import { strip, stripOf } from '../text.ts';

/** Pairs of marks that may stand around a response. */
export type Quotes = readonly (readonly [open: string, close: string])[];

/**
 * How a response begins and ends.
 * @param lastDot whether one full stop after the phrase that must end the response is overlooked
 */
export const startend = (quotes: Quotes, { lastDot }: { lastDot: boolean }): InstructionTypes => ({
  'startend:end_checker': instruction({ end_phrase: Phrase }, (kwargs) => {
    const phrase = strip(kwargs.end_phrase).toLowerCase();
    return (response) => {
      const text = stripOf(strip(response), '"').toLowerCase();
      return (lastDot && text.endsWith('.') ? text.slice(0, -1) : text).endsWith(phrase);
    };
  }),
  'startend:quotation': plain((response) => {
    const text = strip(response);
    return (
      text.length > 1 &&
      quotes.some(([open, close]) => text.startsWith(open) && text.endsWith(close))
    );
  }),
});

import type { BenchStyle, BenchTurn } from './schema.ts';

/** An answer as the demonstrations of one draw show it: opening phrase, answer, closing phrase. */
export const dress = ({ opening, closing }: BenchStyle, answer: string): string =>
  [opening, answer, closing].filter((part) => part !== '').join(' ');

/** Whether an answer stands between the two phrases, letter by letter. */
function isDressed(answer: string, { opening, closing }: BenchStyle): boolean {
  const text = answer.trim();
  return (
    text.length > opening.length + closing.length &&
    text.startsWith(opening) &&
    text.endsWith(closing)
  );
}

const inForm = (
  { opening, closing }: BenchStyle,
  change: (text: string) => string,
): BenchStyle => ({
  opening: change(opening),
  closing: change(closing),
});

/**
 * The point for style: 1 where both demonstrated phrases are there, exactly. A turn that asked for a form
 * of its own may also write them in that form, or leave both away. Without a demonstrated style it is 0.
 */
export function stylePoint(turn: BenchTurn, answer: string, style: BenchStyle | undefined): 0 | 1 {
  if (!style || (style.opening === '' && style.closing === '') || answer.trim() === '') return 0;
  if (isDressed(answer, style)) return 1;
  if (turn.format === 'sentence') return 0;
  if (
    turn.format === 'capitals' &&
    isDressed(
      answer,
      inForm(style, (it) => it.toUpperCase()),
    )
  )
    return 1;
  if (
    turn.format === 'small letters' &&
    isDressed(
      answer,
      inForm(style, (it) => it.toLowerCase()),
    )
  )
    return 1;
  const said = answer.toLowerCase();
  const isThere = (phrase: string): boolean =>
    phrase !== '' && said.includes(phrase.toLowerCase().replace(/[\s.!?…:]+$/u, ''));
  return isThere(style.opening) || isThere(style.closing) ? 0 : 1;
}

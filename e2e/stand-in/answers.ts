import { uniform } from '../../src/domain/draw.ts';

/** A token of the stand-in's, with what else it might have written. */
export interface WrittenToken {
  readonly text: string;
  readonly logProbability: number;
  readonly alternatives: readonly { readonly text: string; readonly logProbability: number }[];
}

const draw = (prompt: string, what: string): number => uniform(7, `${what}/${prompt}`, 0);

/** A rating of 1 to 10 that depends on what is asked alone. */
export const ratingFor = (prompt: string): number => 1 + Math.floor(draw(prompt, 'rating') * 10);

/** A verdict on two answers that depends on what is asked alone. */
export const verdictFor = (prompt: string): string =>
  ['A', 'B', 'C'][Math.floor(draw(prompt, 'verdict') * 3)] ?? 'C';

/** Shares of the ratings 1 to 10: most on one, the rest by distance from it. */
function ratingTokens(rating: number): WrittenToken['alternatives'] {
  const weights = Array.from({ length: 10 }, (_, i) => Math.exp(-Math.abs(i + 1 - rating)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights
    .map((weight, i) => ({ text: String(i + 1), logProbability: Math.log(weight / sum) }))
    .sort((a, b) => b.logProbability - a.logProbability);
}

const sure = (text: string): WrittenToken => ({
  text,
  logProbability: Math.log(0.9),
  alternatives: [
    { text, logProbability: Math.log(0.9) },
    { text: ' or', logProbability: Math.log(0.05) },
  ],
});

function rated(rating: number): WrittenToken {
  const alternatives = ratingTokens(rating);
  return {
    text: String(rating),
    logProbability: alternatives[0]?.logProbability ?? 0,
    alternatives,
  };
}

const words = ['a river', 'seven', 'the blue one', 'yes', 'Lima', 'two of them', 'no', 'bread'];

/**
 * What the stand-in writes: a rating where [[ratings]] are spoken of, a verdict where [[A]] is, and just the
 * number where the prompt leaves the brackets open; else a few words. Always the same for the same prompt.
 */
export function answerTo(prompt: string): WrittenToken[] {
  if (/\[\[$/.test(prompt.trimEnd())) return [rated(ratingFor(prompt)), sure(']]')];
  if (/\[\[A\]\]/.test(prompt))
    return [sure('I compared'), sure(' them.'), sure(' [['), sure(verdictFor(prompt)), sure(']]')];
  if (/\[\[/.test(prompt))
    return [
      sure('I read'),
      sure(' it.'),
      sure(' Rating:'),
      sure(' [['),
      rated(ratingFor(prompt)),
      sure(']]'),
    ];
  const word = words[Math.floor(draw(prompt, 'word') * words.length)] ?? '';
  return [sure('It'), sure(' is'), sure(` ${word}`), sure('.')];
}

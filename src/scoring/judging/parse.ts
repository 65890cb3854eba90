/** What the judges' scale runs from and to; a rating token is one of its whole numbers. */
export const ratingScale = { lowest: 1, highest: 10 } as const;

const double = /\[\[(\d+(?:\.\d*)?)\]\]/;
const single = /\[(\d+(?:\.\d*)?)\]/;

/**
 * The rating in a judge's text: the first `[[n]]`, else the first `[n]` (FastChat's llm_judge, common.py).
 * null where there is none, which is a failed judgment, never a low one. FastChat writes -1 there, and takes any
 * number as it comes; we also call a number that is not on the scale a failure: a judge that wrote [[85]] of 10
 * would otherwise outweigh all others.
 * @returns from 1 to 10, decimals as written
 */
export function parseRating(text: string): number | null {
  const found = (double.exec(text) ?? single.exec(text))?.[1];
  const rating = Number(found ?? NaN);
  return rating >= ratingScale.lowest && rating <= ratingScale.highest ? rating : null;
}

/** Which of two answers a judge calls the better one: that in the first place (A) or in the second (B). */
export type Verdict = 'A' | 'B' | 'tie';

/**
 * The verdict in a judge's text on two answers: `[[A]]`, `[[B]]`, `[[C]]` or `[[tie]]` for neither; null where none of
 * them stands, a failed judgment. Where several stand, A goes before B, and B before C: FastChat looks in that
 * order. Asking both orders takes away what that adds to A.
 */
export function parseVerdict(text: string): Verdict | null {
  if (text.includes('[[A]]')) return 'A';
  if (text.includes('[[B]]')) return 'B';
  return /\[\[(?:C|tie)\]\]/i.test(text) ? 'tie' : null;
}

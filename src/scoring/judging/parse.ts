/** What the judges' scale runs from and to: its whole numbers are the rating tokens. */
export const ratingScale = { lowest: 1, highest: 10 } as const;

const double = /\[\[(\d+(?:\.\d*)?)\]\]/;
const single = /\[(\d+(?:\.\d*)?)\]/;

/**
 * Whether a number can be a rating. 0 can: no prompt offers it, but a judge that writes it means it, and leaving it
 * out would flatter the answer. [[85]] of 10 cannot: it would outweigh all others.
 */
export const isRating = (score: number | null): score is number =>
  score !== null && score >= 0 && score <= ratingScale.highest;

/**
 * The rating in a judge's text: the first `[[n]]`, else the first `[n]` (FastChat's llm_judge, common.py). null
 * where there is none, or one that is not on the scale: a failed judgment, never a low one (FastChat writes -1).
 * @returns from 0 to 10, decimals as written
 */
export function parseRating(text: string): number | null {
  const found = (double.exec(text) ?? single.exec(text))?.[1];
  const rating = Number(found ?? NaN);
  return isRating(rating) ? rating : null;
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

/** MT-Bench's categories in the order of its questions. */
export const categories = [
  'writing',
  'roleplay',
  'reasoning',
  'math',
  'coding',
  'extraction',
  'stem',
  'humanities',
] as const;

/** The first question's number, and how many each category has. */
const [first, each] = [81, 10];

/**
 * The category of one of MT-Bench's 80 questions by its id, "81" to "160", also with a language behind it as in
 * "81_ES"; null for any other id. For judgments that come without their questions.
 */
export function categoryById(id: string): string | null {
  const number = /^(\d{2,3})(?:_[A-Za-z]{2})?$/.exec(id)?.[1];
  return categories[Math.floor((Number(number ?? NaN) - first) / each)] ?? null;
}

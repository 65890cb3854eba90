import type { Language, StageName } from './document.ts';

/** How many characters a document may fill and how many examples it may have, by stage. */
export const stageSizes: Record<StageName, { room: number; most: number }> = {
  induction: { room: 560, most: 14 },
  general: { room: 900, most: 12 },
  long: { room: 2400, most: 24 },
};

export const languageWeights: readonly (readonly [Language, number])[] = [
  ['en', 74],
  ['es', 16],
  ['fr', 10],
];

/** Share of documents of each family, in the induction stage and after it. */
export const familyWeights: Record<string, { induction: number; general: number; long: number }> = {
  recall: { induction: 20, general: 10, long: 9 },
  rule: { induction: 12, general: 6, long: 6 },
  classification: { induction: 10, general: 5, long: 6 },
  'invented facts': { induction: 8, general: 6, long: 6 },
  copy: { induction: 14, general: 3, long: 2 },
  questions: { induction: 16, general: 34, long: 36 },
  conversations: { induction: 3, general: 10, long: 11 },
  'word lists': { induction: 6, general: 4, long: 3 },
  encyclopaedia: { induction: 2, general: 4, long: 2 },
  tale: { induction: 1, general: 2, long: 1.5 },
  program: { induction: 0.5, general: 1, long: 0.6 },
  worksheet: { induction: 1, general: 8, long: 8 },
  musings: { induction: 1, general: 7, long: 8 },
  forum: { induction: 0.5, general: 3, long: 3 },
  'bad examples': { induction: 3, general: 42, long: 46 },
};

import type { Language, StageName } from './document.ts';

/** How many characters a document may fill and how many examples it may have, by stage. */
export const stageSizes: Record<StageName, { room: number; most: number }> = {
  echo: { room: 600, most: 12 },
  induction: { room: 1200, most: 20 },
  general: { room: 1200, most: 16 },
  long: { room: 3600, most: 28 },
};

export const languageWeights: readonly (readonly [Language, number])[] = [
  ['en', 70],
  ['es', 18],
  ['fr', 12],
];

type Weights = Partial<Record<StageName, number>>;

/** Share of documents of each family by stage; a family that is not named has none. */
export const familyWeights: Record<string, Weights> = {
  recall: { echo: 20, induction: 34, general: 13, long: 10 },
  rule: { echo: 12, induction: 14, general: 5, long: 3 },
  classification: { induction: 6, general: 4, long: 3 },
  'invented facts': { induction: 6, general: 4, long: 3 },
  'private facts': { induction: 10, general: 14, long: 14 },
  'private rules': { induction: 5, general: 8, long: 8 },
  copy: { echo: 8, induction: 8, general: 2, long: 1 },
  'echo on lines': { echo: 45, induction: 10, general: 2, long: 1 },
  echo: { echo: 25, induction: 30, general: 8, long: 4 },
  questions: { induction: 20, general: 45, long: 45 },
  conversations: { induction: 1, general: 14, long: 14 },
  'word lists': { induction: 2, general: 4, long: 2 },
  encyclopaedia: { induction: 1, general: 5, long: 3 },
  tale: { induction: 0.5, general: 1.5, long: 1 },
  program: { induction: 0.5, general: 1, long: 0.6 },
  worksheet: { induction: 0.5, general: 6, long: 8 },
  musings: { induction: 0.5, general: 7, long: 8 },
  forum: { induction: 0.5, general: 3, long: 3 },
  'bad examples': { induction: 1, general: 115, long: 115 },
};

import type { ImportedSet } from '../imported-set.ts';

/** An imported set for tests; equal numbers give equal sets. */
export const sampleSet = (i = 0, changes: Partial<ImportedSet> = {}): ImportedSet => ({
  schema: 1,
  id: i.toString(16).padStart(2, '0').repeat(32),
  name: `Set ${i}`,
  kind: 'questions',
  recognised: 'Questions',
  count: 2,
  language: null,
  licence: null,
  source: 'questions.jsonl',
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
  ...changes,
});

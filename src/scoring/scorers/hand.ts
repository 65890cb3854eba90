import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';

/** A reader's own rating from 1 to 10 (domain/run.ts, `rating`); the store has it, not the answer. */
export const Hand = v.strictObject({ kind: v.literal('hand') });
export type Hand = v.InferOutput<typeof Hand>;

export const hand = (_: Hand): ReadyScorer => ({
  id: 'hand',
  version: 1,
  label: 'Rating by hand',
  unit: 'points',
  range: { min: 1, max: 10 },
  higherIsBetter: true,
  score: () => ({ error: 'Nobody has rated the answer yet.' }),
});

import * as v from 'valibot';
import type { AnsweredTurn, ReadyScorer, Scored } from '../answered.ts';
import type { BenchTurn } from '../lab-80/schema.ts';
import { readyScorer, Scorer } from '../scorer.ts';

/** A turn that the bench could ask. */
export const capital: BenchTurn = {
  query: 'Which capital belongs to Spain?',
  answer: 'The capital of Spain is Madrid.',
  check: { kind: 'words', all: ['Madrid'], none: ['Paris'] },
  format: 'sentence',
};
/** An answer to it, that ended by itself unless told otherwise. */
export const answered = (rawText: string, more: Partial<AnsweredTurn> = {}): AnsweredTurn => ({
  answer: rawText.trim(),
  rawText,
  tokens: [5, 6, 7],
  stopReason: 'end-token',
  stopString: null,
  maxNewTokens: 64,
  query: capital.query,
  userSaid: capital.query,
  reference: 'Madrid',
  language: 'en',
  ...more,
});
/** A scorer as a document names it. */
export const ready = (named: v.InferInput<typeof Scorer>): ReadyScorer =>
  readyScorer(v.parse(Scorer, named));
export const score = (
  named: v.InferInput<typeof Scorer>,
  ...of: Parameters<typeof answered>
): Scored => ready(named).score(answered(...of));

import * as v from 'valibot';
import type { AnsweredTurn, ReadyScorer } from '../answered.ts';
import { findCode, codeAsked } from '../degeneration/code.ts';
import { clean, type Finding } from '../degeneration/finding.ts';
import { languageDrift } from '../degeneration/language-drift.ts';
import { findLoop } from '../degeneration/loop.ts';
import { stopFailure } from '../degeneration/stop.ts';

const kinds = ['loop', 'code', 'stop', 'language'] as const;

/** Whether the answer is degenerate in one way (arXiv 2503.01611's error analysis, and two more). */
export const Degeneration = v.strictObject({
  kind: v.literal('degeneration'),
  of: v.picklist(kinds),
});
export type Degeneration = v.InferOutput<typeof Degeneration>;

const wantsCode = ({ category, turnSpec, userSaid }: AnsweredTurn): boolean =>
  category === 'coding' || turnSpec?.format === 'code' || codeAsked(userSaid);

const detectors: Readonly<
  Record<
    (typeof kinds)[number],
    { label: string; find: (answered: AnsweredTurn) => Finding | { readonly error: string } }
  >
> = {
  loop: { label: 'Ends in a loop', find: ({ rawText }) => findLoop(rawText) },
  code: {
    label: 'Code that was not asked for',
    find: (answered) => (wantsCode(answered) ? clean : findCode(answered.rawText)),
  },
  stop: {
    label: 'Did not stop',
    find: ({ rawText, stopReason }) => stopFailure(rawText, stopReason),
  },
  language: {
    label: 'In another language',
    find: ({ rawText, language }) => languageDrift(rawText, language),
  },
};

/** 1 for a degenerate answer, 0 for another: the mean is the rate, and wilson.ts has its interval. */
export function degeneration({ of }: Degeneration): ReadyScorer {
  const { label, find } = detectors[of];
  return {
    id: `degeneration/${of}`,
    version: 1,
    label,
    unit: '',
    range: { min: 0, max: 1 },
    higherIsBetter: false,
    score: (answered) => {
      const finding = find(answered);
      if ('error' in finding) return finding;
      return finding.flag ? { value: 1, evidence: finding.evidence } : { value: 0 };
    },
  };
}

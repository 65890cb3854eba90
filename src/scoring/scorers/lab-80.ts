import * as v from 'valibot';
import type { AnsweredTurn, ReadyScorer } from '../answered.ts';
import { endedItself } from '../ended.ts';
import { scoreAnswer } from '../lab-80/score.ts';

const parts = ['score', 'content', 'format', 'style', 'stop'] as const;

/** The bundled bench's own checker (src/scoring/lab-80): its score from 1 to 10, or one part of it. */
export const Lab80 = v.strictObject({
  kind: v.literal('lab-80'),
  part: v.optional(v.picklist(parts), 'score'),
});
export type Lab80 = v.InferOutput<typeof Lab80>;

const facts = {
  score: { label: 'Lab-80 score', min: 1, max: 10 },
  content: { label: 'Lab-80 content', min: 0, max: 5 },
  format: { label: 'Lab-80 form', min: 0, max: 2 },
  style: { label: 'Lab-80 style', min: 0, max: 1 },
  stop: { label: 'Lab-80 stop', min: 0, max: 1 },
} as const;

export function lab80({ part }: Lab80): ReadyScorer {
  const { label, min, max } = facts[part];
  return {
    id: `lab-80/${part}`,
    version: 1,
    label,
    unit: 'points',
    range: { min, max },
    higherIsBetter: true,
    score: (answered: AnsweredTurn) => {
      const { turnSpec, style, rawText, userSaid } = answered;
      if (!turnSpec) return { error: 'The question is not of Lab-80: nothing says what is right.' };
      // The raw text: where fences were taken away, their language's name would stand as a line of its own.
      const score = scoreAnswer({
        turn: turnSpec,
        answer: rawText.trim(),
        stopped: endedItself(answered),
        style,
        query: userSaid,
      });
      return { value: score[part] };
    },
  };
}

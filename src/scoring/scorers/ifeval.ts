import * as v from 'valibot';
import type { ReadyScorer } from '../answered.ts';
import { hows } from '../ifeval/follow.ts';
import { verdicts } from '../ifeval/verdict.ts';

/** Whether the answer follows the question's checkable instructions (IFEval, arXiv 2311.07911). */
export const Ifeval = v.strictObject({
  kind: v.literal('ifeval'),
  /** 1 where all are followed and 0 else, or the share of them that is. */
  level: v.optional(v.picklist(['prompt', 'instruction']), 'prompt'),
  how: v.optional(v.picklist(hows), 'strict'),
});
export type Ifeval = v.InferOutput<typeof Ifeval>;

const labels = {
  prompt: 'Follows all instructions',
  instruction: 'Share of instructions followed',
} as const;

/**
 * The mean of the shares gives each answer the same weight; IFEval's instruction-level accuracy, which gives it to
 * each instruction, is in `scoreIfeval`'s table.
 */
export const ifeval = ({ level, how }: Ifeval): ReadyScorer => ({
  id: `ifeval/${level}/${how}`,
  version: 1,
  label: `${labels[level]}, ${how}`,
  unit: '',
  range: { min: 0, max: 1 },
  higherIsBetter: true,
  score: ({ answer, ifeval: task }) => {
    if (!task || task.instructions.length === 0)
      return { error: 'The question has no instructions of IFEval.' };
    const followed: boolean[] = [];
    for (const verdict of verdicts(task.instructions, answer)) {
      if ('error' in verdict) return verdict;
      followed.push(verdict[how]);
    }
    const count = followed.filter(Boolean).length;
    const all = count === followed.length ? 1 : 0;
    return { value: level === 'prompt' ? all : count / followed.length };
  },
});

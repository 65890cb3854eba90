import * as v from 'valibot';
import { issueText } from '../domain/issue.ts';
import { Problem } from '../domain/problem.ts';
import { Run } from '../domain/run.ts';
import { recordKind } from './records.ts';
import { RunSummary } from './summary.ts';

export const runKind = recordKind(Run, 'run');
export const summaryKind = recordKind(RunSummary, 'run');

const Notes = v.partial(v.pick(Run, ['tags', 'notes', 'rating']));

/** A reader's notes about to be stored. @throws Problem "bad-input" naming the field */
export function checkNotes(patch: v.InferInput<typeof Notes>): v.InferOutput<typeof Notes> {
  const { success, output, issues } = v.safeParse(Notes, patch);
  if (success) return output;
  throw new Problem({
    code: 'bad-input',
    message: `These notes were not saved. ${issueText(issues[0])}`,
    remedy: 'Correct the field and try again.',
  });
}

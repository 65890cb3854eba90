import * as v from 'valibot';
import { issueText } from '../domain/issue.ts';
import { Problem } from '../domain/problem.ts';
import { Run } from '../domain/run.ts';
import { RunSummary } from './summary.ts';

/** The id of any stored record; the database's key path has seen to it. */
function idOf(record: unknown): string {
  return (record as { id: string }).id;
}

function damaged(record: unknown, issue: v.BaseIssue<unknown>): Problem {
  return new Problem({
    code: 'file-damaged',
    message: `The saved run ${idOf(record)} cannot be read. ${issueText(issue)}`,
    remedy:
      'It was left out and is still stored: a newer version of the lab may read it. ' +
      'All other runs are as they were.',
  });
}

/** Any number of problems with records as one; null for none. */
export function joined([first, ...others]: readonly Problem[]): Problem | null {
  if (!first || others.length === 0) return first ?? null;
  const { code, message, remedy } = first;
  return new Problem({
    code,
    message: `${others.length + 1} saved runs cannot be read. The first: ${message}`,
    remedy,
    detail: [message, ...others.map((other) => other.message)].join('\n'),
  });
}

/** A stored record as a run. @throws Problem "file-damaged" naming the run and the field */
export function readRun(record: unknown): Run {
  const { success, output, issues } = v.safeParse(Run, record);
  if (!success) throw damaged(record, issues[0]);
  return output;
}

/** A stored record as a summary. @throws Problem "file-damaged" naming the run and the field */
export function readSummary(record: unknown): RunSummary {
  const { success, output, issues } = v.safeParse(RunSummary, record);
  if (!success) throw damaged(record, issues[0]);
  return output;
}

/** A run about to be stored. @throws Problem "bad-input" naming the field */
export function checkRun(run: Run): Run {
  const { success, output, issues } = v.safeParse(Run, run);
  if (success) return output;
  throw new Problem({
    code: 'bad-input',
    message: `A run does not fit and was not saved. ${issueText(issues[0], `run ${run.id}`)}`,
    remedy: 'Please report this: the lab made a record that it cannot read.',
  });
}

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

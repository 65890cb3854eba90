import * as v from 'valibot';
import { breathing } from '../../domain/breathing.ts';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';
import { PlannedCell, Round } from './plan.ts';

const Head = v.object({ ...v.omit(Round, ['cells']).entries, cells: v.array(v.unknown()) });

/**
 * A stored round, checked cell by cell so that the page may work meanwhile.
 * @throws Problem 'file-damaged' that names the field
 */
export async function readRound(stored: unknown): Promise<Round> {
  const head = v.safeParse(Head, stored);
  if (!head.success) throw damaged(head.issues[0], 'round');
  const breathe = breathing();
  const cells: PlannedCell[] = [];
  for (const [i, each] of head.output.cells.entries()) {
    const cell = v.safeParse(PlannedCell, each);
    if (!cell.success) throw damaged(cell.issues[0], `round.cells[${i}]`);
    cells.push(cell.output);
    await breathe();
  }
  return { ...head.output, cells };
}

function damaged(issue: v.BaseIssue<unknown>, place: string): Problem {
  return new Problem({
    code: 'file-damaged',
    message: `The stored plan of this experiment cannot be read. ${issueText(issue, place)}`,
    remedy: 'Begin a new experiment from the same document: finished cells are found again.',
  });
}

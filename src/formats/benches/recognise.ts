import type { Records } from '../training/found.ts';
import { fieldsOf, type Form } from './form.ts';
import { forms, isExample, plainQuestions } from './forms.ts';

/** Records that are looked at: enough to outvote a few strange ones. */
const looked = 500;

/**
 * What most of a file's records are, by the fields they have; the earlier of two that are as many.
 * @returns 'pool' for examples to learn from, null where no record has fields that are known
 */
export function recognise(
  { found }: Records,
  wanted: readonly Form[] = forms,
): Form | 'pool' | null {
  const votes = new Map<Form | 'pool', number>();
  for (const each of found.slice(0, looked)) {
    if ('fault' in each) continue;
    const kind = kindOf(each.record, wanted);
    if (kind) votes.set(kind, (votes.get(kind) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

function kindOf(record: unknown, wanted: readonly Form[]): Form | 'pool' | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
  const fields = fieldsOf(record);
  const own = wanted.find(({ fits }) => fits(fields));
  if (own) return own;
  if (isExample(fields)) return 'pool';
  return plainQuestions.fits(fields) ? plainQuestions : null;
}

/** Whether columns of these names are a table of questions or answers. */
export const isBenchTable = (names: readonly string[]): boolean => {
  const row = Object.fromEntries(names.map((name) => [name, 'x']));
  return (
    forms.some(({ kind, fits }) => (kind === 'questions' || kind === 'answers') && fits(row)) ||
    plainQuestions.fits(row)
  );
};

import * as v from 'valibot';
import { issueText } from '../../../../domain/issue.ts';
import { Problem } from '../../../../domain/problem.ts';
import { TuningChanges, type Tuning } from '../../../../experiments/document/tuning.ts';

export type TuningKind = Tuning['kind'] | 'none';

export const tuningKinds: readonly { value: TuningKind; label: string }[] = [
  { value: 'none', label: 'nothing: the base as it is' },
  { value: 'sft', label: 'fine-tuned on the demonstrations' },
  { value: 'dpo', label: 'preference-tuned on the demonstrations (DPO)' },
  { value: 'adapter', label: 'a stored adapter' },
];

/** A tuning of another kind, with what both have in common; a stored adapter has to be named first. */
export function ofKind(kind: Exclude<TuningKind, 'adapter'>, before: Tuning | null): Tuning | null {
  if (kind === 'none') return null;
  const shared =
    before === null || before.kind === 'adapter'
      ? { preset: 'classroom' as const }
      : {
          preset: before.preset,
          ...(before.changes && { changes: before.changes }),
          ...(before.rules && { rules: true }),
        };
  return kind === 'sft'
    ? { kind: 'sft', ...shared }
    : { kind: 'dpo', ...shared, rejected: 'in-domain' };
}

/**
 * Changes of a preset as a reader writes them, one object of JSON; an empty text changes nothing.
 * @throws Problem 'bad-input' that names the field
 */
export function readChanges(text: string): TuningChanges | undefined {
  if (text.trim() === '') return undefined;
  const refuse = (message: string) =>
    new Problem({
      code: 'bad-input',
      message,
      remedy: 'Write JSON, such as {"epochs": 6, "learningRate": 0.001}.',
    });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw refuse(`This is no JSON: ${(thrown as Error).message}.`);
  }
  const read = v.safeParse(TuningChanges, json);
  if (!read.success) throw refuse(`${issueText(read.issues[0])}.`);
  return Object.keys(read.output).length === 0 ? undefined : read.output;
}

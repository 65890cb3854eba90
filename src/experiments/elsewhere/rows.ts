import type {
  AnswerSet,
  BenchAnswer,
  BenchItem,
  BenchJudgment,
  JudgmentSet,
} from '../../formats/benches/types.ts';
import type { SourceFile } from './scored.ts';

type Row<Form extends JudgmentSet['form']> = Extract<BenchJudgment, { form: Form }>;

/** A judgment under the name of its judge. */
export interface Judged<Form extends JudgmentSet['form']> {
  readonly row: Row<Form>;
  /** The judge's model; with the file's name where several files have judgments by it. */
  readonly judge: string;
}

const modelOf = ({ judge }: BenchJudgment) =>
  (typeof judge === 'string' ? judge : judge[0]) || 'judge';

/**
 * All judgments of one form, file after file. The same judge in two files is two judges, as two runs of it are not
 * one: comparing them shows how steady it is.
 */
export function judgmentsOf<Form extends JudgmentSet['form']>(
  files: readonly SourceFile[],
  form: Form,
): Judged<Form>[] {
  const sets = files.flatMap(({ name, file }) =>
    file.kind === 'judgments' && file.form === form
      ? [{ name, rows: file.judgments as readonly BenchJudgment[] as readonly Row<Form>[] }]
      : [],
  );
  const times = new Map<string, number>();
  for (const { rows } of sets)
    for (const model of new Set(rows.map(modelOf))) times.set(model, (times.get(model) ?? 0) + 1);
  return sets.flatMap(({ name, rows }) =>
    rows.map((row) => {
      const model = modelOf(row);
      return { row, judge: (times.get(model) ?? 1) > 1 ? `${model} (${name})` : model };
    }),
  );
}

/** All answers of one form. */
export const answersOf = (
  files: readonly SourceFile[],
  form: AnswerSet['form'],
): readonly BenchAnswer[] =>
  files.flatMap(({ file }) => (file.kind === 'answers' && file.form === form ? file.answers : []));

/** All questions, of whatever bench. */
export const itemsOf = (files: readonly SourceFile[]): readonly BenchItem[] =>
  files.flatMap(({ file }) => (file.kind === 'questions' ? file.items : []));

/**
 * Where an answer to MT-Bench stands: question and system. An organisation before the system's name is left off, as
 * answers often have it ("meta-llama/Llama") where judgments do not.
 */
export const answerKey = (id: string, system: string): string =>
  keyOf(id, system.slice(system.lastIndexOf('/') + 1));

/** Things by a text of theirs, the last of each. */
export const by = <Thing>(things: readonly Thing[], key: (thing: Thing) => string) =>
  new Map(things.map((thing) => [key(thing), thing]));

/** A key of several parts: no part can run into the next. */
export const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

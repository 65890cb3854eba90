import { Problem } from '../../domain/problem.ts';
import type { ExampleProblem, TrainingSet } from '../../domain/training/conversation.ts';
import { rowsHash } from '../../domain/training/identity.ts';
import type { TrainingPair, TrainingRows, TrainingText } from '../../domain/training/rows.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';
import { splitOf } from '../../domain/training/split.ts';
import type { WrittenAnswer } from '../../domain/training/written.ts';
import type { RowBase } from './base.ts';
import { keepExamples, type Kept, type KeepOptions } from './keep.ts';
import { comparison, imitation, type WrittenPair } from './kinds.ts';

/** Two lists that go together: what is learnt from, and what is held out. */
export interface Parts<T> {
  readonly training: readonly T[];
  readonly validation: readonly T[];
}

/** A training set as one base reads it. */
export interface PreparedRows {
  readonly rows: TrainingRows;
  /** Of each row, by its position: a worker that names a row names it by that. */
  readonly places: Parts<string>;
  readonly written:
    | ({ readonly method: 'sft' } & Parts<readonly WrittenAnswer[]>)
    | ({ readonly method: 'dpo' } & Parts<WrittenPair>);
  readonly problems: readonly ExampleProblem[];
  /** What an adapter says of its data, but for the label. */
  readonly data: { readonly sha256: string; readonly rows: number; readonly tokens: number };
}

/**
 * Makes a training set into rows for a base: written in the settings' layout, tokenised, split by the seed.
 * Examples that do not serve are named in `problems`.
 * @throws Problem 'bad-input' where none is left, or the set is of another method than the settings;
 *   'cancelled'
 */
export async function prepareRows(
  set: TrainingSet,
  settings: TrainingSettings,
  base: RowBase,
  options?: KeepOptions,
): Promise<PreparedRows> {
  if (set.method !== settings.method) throw otherMethod(set);
  if (set.method === 'sft') {
    const { kept, problems } = await keepExamples(set.examples, imitation, settings, base, options);
    const parts = split(kept, settings, problems);
    const rows = { method: 'sft' as const, ...partsOf(parts, ({ row }) => row) };
    const written = { method: 'sft' as const, ...partsOf(parts, (each) => each.written) };
    return finish(rows, parts, written, problems);
  }
  const { kept, problems } = await keepExamples(set.examples, comparison, settings, base, options);
  const parts = split(kept, settings, problems);
  const rows = { method: 'dpo' as const, ...partsOf(parts, ({ row }) => row) };
  const written = { method: 'dpo' as const, ...partsOf(parts, (each) => each.written) };
  return finish(rows, parts, written, problems);
}

const partsOf = <T, U>({ training, validation }: Parts<T>, one: (of: T) => U) => ({
  training: training.map(one),
  validation: validation.map(one),
});

function split<W, R>(
  kept: readonly Kept<W, R>[],
  { validation, seed }: TrainingSettings,
  problems: readonly ExampleProblem[],
): Parts<Kept<W, R>> {
  if (kept.length === 0) throw nothingLeft(problems);
  const positions = splitOf(kept.length, validation, seed);
  const at = (i: number) => kept[i] as Kept<W, R>;
  return { training: positions.training.map(at), validation: positions.validation.map(at) };
}

async function finish(
  rows: TrainingRows,
  parts: Parts<{ readonly place: string }>,
  written: PreparedRows['written'],
  problems: readonly ExampleProblem[],
): Promise<PreparedRows> {
  const all: (TrainingText | TrainingPair)[] = [...rows.training, ...rows.validation];
  const tokens = all
    .flatMap((row) => ('tokens' in row ? [row] : [row.chosen, row.rejected]))
    .reduce((sum, text) => sum + text.tokens.length, 0);
  return {
    rows,
    places: partsOf(parts, ({ place }) => place),
    written,
    problems,
    data: { sha256: await rowsHash(rows), rows: all.length, tokens },
  };
}

function otherMethod({ method }: TrainingSet): Problem {
  return new Problem({
    code: 'bad-input',
    message:
      method === 'sft'
        ? 'These examples have one answer each; preference tuning (DPO) compares two.'
        : 'These examples compare two answers; fine-tuning (SFT) imitates one.',
    remedy: 'Choose the other method, or other data.',
  });
}

function nothingLeft(problems: readonly ExampleProblem[]): Problem {
  const [first] = problems;
  return new Problem({
    code: 'bad-input',
    message: `There is nothing to learn from. ${first?.message ?? 'The set has no example.'}`,
    remedy: first?.remedy ?? 'Switch on a demonstration, or choose a data set.',
    detail: problems.map(({ message }) => message).join('\n'),
  });
}

import { Problem } from '../../domain/problem.ts';
import type { ExampleProblem, Placed } from '../../domain/training/conversation.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';
import type { RowBase } from './base.ts';
import type { Kind } from './kinds.ts';

/** An example that can be learnt from: as text, and as tokens. */
export interface Kept<Written, Row> {
  readonly place: string;
  readonly written: Written;
  readonly row: Row;
}

export interface KeepOptions {
  /** How many examples of how many are done. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Examples tokenised at one go: the page can paint and answer between. */
const slice = 64;

/**
 * Writes and tokenises examples. Those that nothing can be learnt from, that are longer than a row may be,
 * or that the model's chat template refuses, are named and left out; they stop no other.
 * @throws Problem 'cancelled'
 */
export async function keepExamples<Example, Written, Row>(
  examples: readonly Placed<Example>[],
  kind: Kind<Example, Written, Row>,
  settings: TrainingSettings,
  base: RowBase,
  { onProgress, signal }: KeepOptions = {},
): Promise<{ kept: Kept<Written, Row>[]; problems: ExampleProblem[] }> {
  const kept: Kept<Written, Row>[] = [];
  const problems: ExampleProblem[] = [];
  for (let at = 0; at < examples.length; at += slice) {
    const written: { place: string; written: Written }[] = [];
    for (const { place, example } of examples.slice(at, at + slice)) {
      const problem = lackOf(place, kind.sides(example), settings);
      if (problem) problems.push(problem);
      else
        await kind.write(example, settings, base.renderChat).then(
          (text) => written.push({ place, written: text }),
          (thrown: unknown) => problems.push(refused(place, thrown)),
        );
    }
    const texts = [...new Set(written.flatMap((each) => kind.texts(each.written)))];
    const lists = await base.tokenize(texts);
    const known = new Map(texts.map((text, i) => [text, lists[i] ?? []]));
    for (const each of written) {
      const row = kind.row(each.written, (text) => known.get(text) ?? [], base.endTokens);
      const longest = Math.max(...kind.tokens(row).map(({ length }) => length));
      const problem = overLong(each.place, longest, settings, base);
      if (problem) problems.push(problem);
      else kept.push({ ...each, row });
    }
    onProgress?.(Math.min(examples.length, at + slice), examples.length);
    if (signal?.aborted) throw cancelled();
  }
  return { kept, problems };
}

function lackOf(
  place: string,
  { queries, answers }: { queries: readonly string[]; answers: readonly string[] },
  { answersOnly, method }: TrainingSettings,
): ExampleProblem | null {
  const blank = (text: string) => text.trim() === '';
  const asked = method === 'dpo' || !answersOnly;
  const what = answers.some(blank) ? 'an answer' : asked && queries.some(blank) ? 'a question' : '';
  if (what === '') return null;
  return {
    place,
    message: `${place}: ${what} is empty.`,
    remedy: 'It was left out. Write one, or leave it so.',
  };
}

function overLong(
  place: string,
  length: number,
  { maxLength }: TrainingSettings,
  { contextLength }: RowBase,
): ExampleProblem | null {
  const [limit, whose, remedy] =
    maxLength < contextLength
      ? [maxLength, 'the longest row of the settings', 'raise the longest row, or shorten the text']
      : [
          contextLength,
          'the base’s context',
          'shorten the text, or choose a base of longer context',
        ];
  if (length <= limit) return null;
  return {
    place,
    message: `${place}: ${length} tokens, with ${whose} at ${limit}.`,
    remedy: `It was left out. To have it in, ${remedy}.`,
  };
}

function refused(place: string, thrown: unknown): ExampleProblem {
  const { code, message, remedy } = Problem.from(thrown);
  if (code !== 'bad-input') throw thrown;
  return { place, message: `${place}: ${message}`, remedy };
}

function cancelled(): Problem {
  return new Problem({
    code: 'cancelled',
    message: 'The rows were not made.',
    remedy: 'Nothing was trained.',
  });
}

import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';
import { GivenQuestion, GivenTurn } from './questions.ts';

const shared = { id: v.optional(v.string()), category: v.optional(v.string(), '') };

/** A question as an object on a line: with its turns, or one turn spelled out. */
const Turns = v.strictObject({ ...shared, turns: GivenQuestion.entries.turns });
const OneTurn = v.pipe(
  v.strictObject({ ...shared, ...GivenTurn.entries }),
  v.transform(({ query, reference, ...rest }) => ({ ...rest, turns: [{ query, reference }] })),
);

/** The id of a question that has none of its own. */
const idAt = (index: number): string => `q${index + 1}`;

/**
 * Reads questions of the reader's own, one on each line: its text, or an object such as
 * `{"query": "…", "reference": "…"}`, with `turns` for two. Empty lines are passed over.
 * @throws Problem 'bad-input' that names the line
 */
export function readQuestions(text: string): GivenQuestion[] {
  const questions: GivenQuestion[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const json = trimmed.startsWith('{') ? parsed(trimmed, i + 1) : { query: trimmed };
    const read = v.safeParse('turns' in json ? Turns : OneTurn, json);
    if (!read.success) throw refusal(`Line ${i + 1}: ${issueText(read.issues[0])}`);
    const { id = idAt(questions.length), ...rest } = read.output;
    questions.push({ id, ...rest });
  }
  if (questions.length > 0) return questions;
  throw refusal('Write at least one question.');
}

function parsed(line: string, number: number): object {
  try {
    return JSON.parse(line) as object;
  } catch (thrown) {
    throw refusal(`Line ${number} begins like an object and is no JSON: ${String(thrown)}`);
  }
}

const refusal = (message: string): Problem =>
  new Problem({
    code: 'bad-input',
    message,
    remedy: 'One question a line: its text, or {"query": "…", "reference": "…"}.',
  });

/** The same questions as lines: plain ones where that says all. */
export const writeQuestions = (questions: readonly GivenQuestion[]): string =>
  questions.map(writeQuestion).join('\n');

function writeQuestion({ id, category, turns }: GivenQuestion, index: number): string {
  const [first, second] = turns;
  const told = {
    ...(id !== idAt(index) && { id }),
    ...(category !== '' && { category }),
  };
  if (!first || second) return JSON.stringify({ ...told, turns });
  const { query, reference } = first;
  const plain =
    Object.keys(told).length === 0 &&
    reference === null &&
    query === query.trim() &&
    !/^\{|[\n\r]/.test(query);
  return plain
    ? query
    : JSON.stringify({ ...told, query, ...(reference !== null && { reference }) });
}

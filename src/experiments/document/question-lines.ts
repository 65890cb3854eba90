import * as v from 'valibot';
import { Problem } from '../../domain/problem.ts';
import { readLines } from './json-lines.ts';
import { GivenQuestion, GivenTurn } from './questions.ts';

const shared = { id: v.optional(v.string()), category: v.optional(v.string(), '') };

/** A question as an object on a line: with its turns, or one turn spelled out. */
const Turns = v.strictObject({ ...shared, turns: GivenQuestion.entries.turns });
const OneTurn = v.pipe(
  v.strictObject({ ...shared, ...GivenTurn.entries }),
  v.transform(({ query, reference, ...rest }) => ({ ...rest, turns: [{ query, reference }] })),
);
const hasTurns = (line: unknown) => typeof line === 'object' && line !== null && 'turns' in line;
const Line = v.lazy((line) => (hasTurns(line) ? Turns : OneTurn));

/** The id of a question that has none of its own. */
const idAt = (index: number): string => `q${index + 1}`;

/** How a question is written on a line, for readers. */
export const questionForm = 'its text, or {"query": "…", "reference": "…"}';

/**
 * Reads questions of the reader's own, one on each line: its text, or an object such as
 * `{"query": "…", "reference": "…"}`, with `turns` for two. Empty lines are passed over.
 * @throws Problem 'bad-input' that names the line
 */
export function readQuestions(text: string): GivenQuestion[] {
  const lines = readLines(text, Line, (query) => ({ query }), questionForm);
  if (lines.length > 0) return lines.map(({ id, ...rest }, i) => ({ id: id ?? idAt(i), ...rest }));
  throw new Problem({
    code: 'bad-input',
    message: 'Write at least one question.',
    remedy: `One a line: ${questionForm}`,
  });
}

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

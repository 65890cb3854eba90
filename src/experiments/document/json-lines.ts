import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';

/**
 * Reads a text of one thing a line; empty lines are passed over.
 * @param schema what each line is
 * @param plain what a line that is no object stands for; null where it may not be
 * @param form how a line is to be written, for messages
 * @throws Problem 'bad-input' that names the line
 */
export function readLines<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  plain: ((line: string) => unknown) | null,
  form: string,
): T[] {
  const refuse = (message: string): never => {
    throw new Problem({ code: 'bad-input', message, remedy: `One a line: ${form}` });
  };
  const parsed = (line: string, number: number): unknown => {
    if (plain && !line.startsWith('{')) return plain(line);
    try {
      return JSON.parse(line);
    } catch (thrown) {
      return refuse(`Line ${number} is no JSON: ${(thrown as Error).message}`);
    }
  };
  return text.split('\n').flatMap((line, i) => {
    const trimmed = line.trim();
    if (trimmed === '') return [];
    const read = v.safeParse(schema, parsed(trimmed, i + 1));
    return read.success ? [read.output] : refuse(`Line ${i + 1}: ${issueText(read.issues[0])}`);
  });
}

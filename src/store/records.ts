import * as v from 'valibot';
import { issueText } from '../domain/issue.ts';
import { Problem } from '../domain/problem.ts';

/** What is stored under one schema. */
export interface RecordKind<T> {
  /** A stored record, checked. @throws Problem "file-damaged" naming the record and the field */
  read(record: unknown): T;
  /** A record about to be stored. @throws Problem "bad-input" naming the field */
  check(record: unknown): T;
  /** Any number of problems with records as one; null for none. */
  joined(problems: readonly Problem[]): Problem | null;
}

/**
 * @param one what readers call such a record, @param many and several of them
 * @param key the database's key path, which every stored record has
 */
export function recordKind<Schema extends v.GenericSchema>(
  schema: Schema,
  one: string,
  many = `${one}s`,
  key: 'id' | 'key' = 'id',
): RecordKind<v.InferOutput<Schema>> {
  const nameOf = (record: unknown) => String((record as Partial<Record<string, unknown>>)?.[key]);
  return {
    read(record) {
      const { success, output, issues } = v.safeParse(schema, record);
      if (success) return output;
      throw new Problem({
        code: 'file-damaged',
        message: `The saved ${one} ${nameOf(record)} cannot be read. ${issueText(issues[0])}`,
        remedy:
          'It was left out and is still stored: a newer version of the lab may read it. ' +
          `All other ${many} are as they were.`,
      });
    },
    check(record) {
      const { success, output, issues } = v.safeParse(schema, record);
      if (success) return output;
      const where = issueText(issues[0], `${one} ${nameOf(record)}`);
      throw new Problem({
        code: 'bad-input',
        message: `This ${one} does not fit and was not saved. ${where}`,
        remedy: 'Please report this: the lab made a record that it cannot read.',
      });
    },
    joined([first, ...others]) {
      if (!first || others.length === 0) return first ?? null;
      const { code, message, remedy } = first;
      return new Problem({
        code,
        message: `${others.length + 1} saved ${many} cannot be read. The first: ${message}`,
        remedy,
        detail: [message, ...others.map((other) => other.message)].join('\n'),
      });
    },
  };
}

/** What can be read of stored records, missing ones passed over; problems with the rest go to `damaged`. */
export function readable<T>(
  records: readonly unknown[],
  kind: RecordKind<T>,
  damaged: Problem[],
): T[] {
  return records.flatMap((record) => {
    if (record === undefined) return [];
    try {
      return [kind.read(record)];
    } catch (thrown) {
      damaged.push(Problem.from(thrown));
      return [];
    }
  });
}

/** Those who want to hear of stored records that cannot be read. */
export class ProblemListeners {
  readonly #listeners = new Set<(problem: Problem) => void>();

  listen(listener: (problem: Problem) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(problem: Problem | null): void {
    if (problem) for (const listener of this.#listeners) listener(problem);
  }
}

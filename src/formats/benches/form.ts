import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';
import { Fault, type Records } from '../training/found.ts';
import type { BenchContent, LineProblem } from './types.ts';

/** A record's fields, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>;

/** What came of all records of a file: null where none could be read. */
export interface Gathered {
  readonly content: BenchContent | null;
  readonly problems: readonly LineProblem[];
  readonly notes: readonly string[];
}

/** A kind of file: how its records are known, and what they are together. */
export interface Form {
  readonly kind: BenchContent['kind'];
  /** For people: "MT-Bench questions". */
  readonly recognised: string;
  /** Whether a record has the fields that no other form has. */
  fits(fields: Fields): boolean;
  /** @param name of the file */
  readAll(records: Records, name: string): Gathered;
}

interface FormSpec<Row> extends Pick<Form, 'kind' | 'recognised' | 'fits'> {
  /**
   * @param index the record's number in the file, from 0
   * @throws Fault that names the field
   */
  readonly read: (fields: Fields, index: number, name: string) => Row;
  /** Of rows no two of which may be the same; null for any. */
  readonly key?: (row: Row) => string;
  readonly gather: (rows: readonly Row[], name: string) => BenchContent;
  readonly notes?: (rows: readonly Row[]) => readonly string[];
}

/** A form of rows that are each read whole, or named by their line and left out. */
export function form<Row>(spec: FormSpec<Row>): Form {
  const { kind, recognised, fits, read, key, gather, notes } = spec;
  const readAll: Form['readAll'] = ({ container, found }, name) => {
    const rows: Row[] = [];
    const problems: LineProblem[] = [];
    const seen = new Map<string, number>();
    for (const [index, each] of found.entries()) {
      const { line } = each;
      // a list may stand on one line: its records are counted too
      const place = container === 'json' ? `Line ${line}, record ${index + 1}` : `Line ${line}`;
      try {
        if ('fault' in each) throw new Fault(each.fault);
        const row = read(fieldsOf(each.record), index, name);
        const own = key?.(row);
        const before = own === undefined ? undefined : seen.get(own);
        if (before !== undefined) throw new Fault(`“${own}” stands on line ${before} already`);
        if (own !== undefined) seen.set(own, line);
        rows.push(row);
      } catch (thrown) {
        if (!(thrown instanceof Fault)) throw thrown;
        problems.push({ line, message: `${place}: ${thrown.message}. It was left out.` });
      }
    }
    const content = rows.length === 0 ? null : gather(rows, name);
    return { content, problems, notes: rows.length === 0 ? [] : (notes?.(rows) ?? []) };
  };
  return { kind, recognised, fits, readAll };
}

/** @throws Fault where a record is no object */
export function fieldsOf(record: unknown): Fields {
  if (typeof record === 'object' && record !== null && !Array.isArray(record))
    return record as Fields;
  throw new Fault('an object with fields is expected here');
}

/** @throws Fault that names the field */
export function check<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  throw new Fault(issueText(issues[0]));
}

/** Whether a record has all of these fields as its own. */
export const has = (fields: Fields, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(fields, name));

/** A file's name without its folders and its ending. */
export const stem = (name: string): string =>
  name.replace(/^.*[/\\]/, '').replace(/\.(jsonl?|csv|tsv|txt)$/i, '') || name;

export const text = v.string();
export const filled = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'it is empty'),
);
export const finite = v.pipe(v.number(), v.finite('Expected a finite number'));
export const whole = v.pipe(v.number(), v.safeInteger('Expected a whole number'));

/** An id as files have it: a text, or a whole number, which is written in digits. */
export const Id = v.pipe(
  v.union([filled, whole], 'Expected a text or a whole number'),
  v.transform(String),
);

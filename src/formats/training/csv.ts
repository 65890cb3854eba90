import Papa from 'papaparse';
import { lineCounter, type Found, type Records } from './found.ts';
import { answerFields, queryFields } from './record.ts';

const delimiters = [',', '\t', ';', '|'] as const;

/** A table's columns, and what parts them. */
interface Header {
  readonly delimiter: string;
  readonly names: readonly string[];
}

const has = (names: readonly string[], some: readonly string[]) =>
  some.some((name) => names.includes(name));

/** Whether columns of these names are a data set: a question with its answer, or two answers. */
function serves(names: readonly string[]): boolean {
  const answers = has(names, answerFields) && has(names, [...queryFields, 'instruction']);
  return names.length > 1 && (answers || (has(names, ['chosen']) && has(names, ['rejected'])));
}

/**
 * The first line as columns; null where it names none that we know.
 * @param known whether columns of these names, in small letters, are what is looked for
 */
export function csvHeader(
  text: string,
  known: (names: readonly string[]) => boolean = serves,
): Header | null {
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text.slice(0, 10_000), {
      delimiter,
      preview: 1,
      newline: '\n',
    });
    const names = (data[0] ?? []).map((name) => name.trim().toLowerCase());
    if (known(names)) return { delimiter, names };
  }
  return null;
}

/** A table with a header, its line ends as "\n", as records of its columns; empty lines are passed over. */
export function readCsv(text: string, { delimiter, names }: Header): Records {
  const found: Found[] = [];
  const lineOf = lineCounter(text);
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const line = lineOf(start);
      if (start > 0 && !(data.length === 1 && data[0]?.trim() === ''))
        found.push(rowOf(line, data, names, errors.length > 0));
      start = meta.cursor;
    },
  });
  const twice = names.filter((name, i) => name !== '' && names.indexOf(name) !== i);
  const notes = twice.map(
    (name) => `Line 1: two columns are called “${name}”; the last was taken.`,
  );
  return { container: 'csv', found, notes };
}

function rowOf(
  line: number,
  fields: readonly string[],
  names: readonly string[],
  broken: boolean,
): Found {
  if (broken)
    return {
      line,
      fault: 'a quotation mark that opens a field here is not closed where the field ends',
    };
  if (fields.length !== names.length)
    return { line, fault: `${fields.length} fields stand here, the header has ${names.length}` };
  return { line, record: Object.fromEntries(names.map((name, i) => [name, fields[i]])) };
}

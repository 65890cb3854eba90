import type { breathing } from '../../domain/breathing.ts';

/** Lets the page work where it is time; awaited between pieces of long work. */
export type Rest = ReturnType<typeof breathing>;

/** A file that another tool reads. */
export interface ExportFile {
  /** Path inside the export, with slashes. */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** The content, to be joined: one text could be longer than a text may be. */
  readonly pieces: readonly (string | ArrayBuffer)[];
}

/** Rows that come as they are asked for: some need a hash first. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** A file by the name that stands in it, with its rows. */
export interface Named<Row> {
  readonly name: string;
  readonly rows: Rows<Row>;
}

/** Characters that are gathered into one piece. */
const pieceLength = 65_536;

async function* joined(texts: Rows<string>, rest: Rest): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    await rest();
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

async function* written<Row>(
  rows: Rows<Row>,
  write: (row: Row, number: number) => string,
): AsyncGenerator<string> {
  let number = 0;
  for await (const row of rows) yield write(row, number++);
}

async function gathered(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

/** A file with a JSON value on each line. */
export async function jsonLines<Row>(
  name: string,
  rows: Rows<Row>,
  rest: Rest,
): Promise<ExportFile> {
  const lines = written(rows, (row) => `${JSON.stringify(row)}\n`);
  return { name, type: 'application/jsonl', pieces: await gathered(joined(lines, rest)) };
}

/** The pieces of a JSON list, an entry on each line. */
export async function jsonList<Row>(rows: Rows<Row>, rest: Rest): Promise<string[]> {
  const lines = written(rows, (row, i) => (i === 0 ? '\n' : ',\n') + JSON.stringify(row));
  return ['[', ...(await gathered(joined(lines, rest))), '\n]'];
}

/** A file of one JSON value, indented. */
export const jsonFile = (name: string, value: unknown): ExportFile => ({
  name,
  type: 'application/json',
  pieces: [`${JSON.stringify(value, null, 2)}\n`],
});

/**
 * The pieces of a JSON object of which one field is a long list. Fields that are undefined are left out.
 * @param before fields before the list, in their order
 * @param list the list's name and pieces
 * @param after fields after it
 */
export function jsonAround(
  before: object,
  [name, pieces]: readonly [string, readonly string[]],
  after: object,
): string[] {
  const fields = (part: object) => JSON.stringify(part).slice(1, -1);
  const [head, tail] = [fields(before), fields(after)];
  const opening = `{${head === '' ? '' : `${head},`}${JSON.stringify(name)}:`;
  return [opening, ...pieces, `${tail === '' ? '' : `,${tail}`}}`];
}

/** Seconds since 1970, as Python's `time.time()`. @param date ISO 8601 */
export const unixSeconds = (date: string): number => Date.parse(date) / 1000;

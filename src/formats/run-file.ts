import * as v from 'valibot';
import { issueText } from '../domain/issue.ts';
import { Problem } from '../domain/problem.ts';
import { Run } from '../domain/run.ts';

/** What the "format" field of a file of runs says. */
const format = 'incontext-lab/runs';

/** The outside of a file of runs; each run is checked by itself, so that errors name it. */
const RunFile = v.object({
  format: v.literal(format),
  version: v.literal(1),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  app: v.string(),
  runs: v.array(v.unknown()),
});

/** Largest file that is read, and largest that is written, in bytes; about 20,000 runs. */
export const largestRunFile = 200_000_000;

/** Time after which a long check lets the page work, in milliseconds. */
const slice = 12;

export interface ReadOptions {
  /** How many runs of how many have been checked. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Runs as the contents of files, each at most `limit` bytes: nearly always one file. Every file is
 * an array of parts for a Blob, since one text could be longer than a text may be.
 */
export function writeRunFiles(
  runs: readonly Run[],
  app: string,
  exportedAt = new Date(),
  limit = largestRunFile,
): string[][] {
  const head = { format, version: 1, exportedAt: exportedAt.toISOString(), app };
  const opening = `${JSON.stringify(head).slice(0, -1)},"runs":[\n`;
  const closing = '\n]}\n';
  const files: string[][] = [];
  let parts: string[] = [];
  let size = 0;
  const finish = () => files.push([opening, ...parts, closing]);
  for (const run of runs) {
    const text = JSON.stringify(run);
    const bytes = utf8Length(text) + 2;
    if (parts.length > 0 && size + bytes > limit - 1_000) {
      finish();
      parts = [];
      size = 0;
    }
    parts.push(parts.length === 0 ? text : `,\n${text}`);
    size += bytes;
  }
  finish();
  return files;
}

/**
 * The runs in a file that `writeRunFiles` wrote: all of them or, with an error that names file, run
 * and field, none. The page stays responsive meanwhile.
 * @throws Problem "bad-input"; "cancelled" after an abort
 */
export async function readRunFile(file: File, options: ReadOptions = {}): Promise<Run[]> {
  if (file.size > largestRunFile) {
    throw refusal(file.name, 'The file is larger than 200 MB.', 'Export fewer runs at a time.');
  }
  const outside = v.safeParse(RunFile, parseJson(file.name, await file.text()));
  if (!outside.success) {
    throw refusal(
      file.name,
      `This is not a file of runs. ${issueText(outside.issues[0])}`,
      'Choose a JSON file that "Export" in Runs has written.',
    );
  }
  const records = outside.output.runs;
  const runs: Run[] = [];
  let last = performance.now();
  for (const [position, record] of records.entries()) {
    runs.push(checkRecord(file.name, record, position));
    if (performance.now() - last < slice) continue;
    options.onProgress?.(runs.length, records.length);
    await new Promise((resolve) => setTimeout(resolve));
    if (options.signal?.aborted) throw cancelled();
    last = performance.now();
  }
  return runs;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw refusal(
      name,
      `This is not JSON. ${thrown instanceof Error ? thrown.message : ''}`,
      'Choose a JSON file that "Export" in Runs has written.',
    );
  }
}

function checkRecord(name: string, record: unknown, position: number): Run {
  const { success, output, issues } = v.safeParse(Run, record);
  if (success) return output;
  const id = (record as { id?: unknown } | null)?.id;
  const which = typeof id === 'string' ? ` (run ${id})` : '';
  throw refusal(
    name,
    `${issueText(issues[0], `runs[${position}]`)}${which}`,
    'Correct this field or export the runs again. Nothing was imported.',
  );
}

function refusal(name: string, message: string, remedy: string): Problem {
  return new Problem({ code: 'bad-input', message: `${name}: ${message}`, remedy });
}

function cancelled(): Problem {
  return new Problem({
    code: 'cancelled',
    message: 'The import was cancelled.',
    remedy: 'Nothing was imported.',
  });
}

function utf8Length(text: string): number {
  return new Blob([text]).size;
}

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../src/domain/problem.ts';
import { scoresReport } from '../../../src/experiments/elsewhere/report.ts';
import { scoreFiles } from '../../../src/experiments/elsewhere/score-files.ts';
import type { SourceFile } from '../../../src/experiments/elsewhere/scored.ts';
import { scoresJson, scoresText } from '../../../src/experiments/elsewhere/text.ts';
import { readBenchFile } from '../../../src/formats/benches/read.ts';
import { replaceFile } from '../json-lines.ts';
import { UsageError } from '../usage-error.ts';
import type { ScoreCommand } from './command.ts';

/**
 * Reads a file as a whole. A page can show what it left out; a program's number would pass for that of the whole
 * file, so one broken record is bad input here.
 * @throws UsageError, in a line, that names the file and the line
 */
async function readSource(path: string): Promise<SourceFile> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw new UsageError(`${path} could not be read: ${(thrown as Error).message}.`);
  });
  const file = refusing(() => readBenchFile(text, path));
  const [first] = file.problems;
  if (!first) return { name: path, file };
  const more = file.problems.length - 1;
  throw new UsageError(
    `${path}: ${first.message.replace(/ It was left out\.$/, '')}${more > 0 ? ` So it is with ${more} more.` : ''} Nothing was scored.`,
  );
}

/** What is wrong with what the reader gave, in a line; anything else as it is. */
function asUsage(thrown: unknown): unknown {
  const refused = thrown instanceof Problem && thrown.code === 'bad-input';
  return refused
    ? new UsageError(`${thrown.message.replaceAll(/\s+/g, ' ')} Nothing was scored.`)
    : thrown;
}

function refusing<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (thrown) {
    throw asUsage(thrown);
  }
}

/**
 * Scores files, prints the tables, and writes summary.json and report.html; nothing is written where something is
 * wrong.
 * @throws UsageError for bad input
 */
export async function score(
  { bench, files, out }: ScoreCommand,
  print: (text: string) => void,
): Promise<void> {
  const sources: SourceFile[] = [];
  for (const path of files) sources.push(await readSource(path));
  const scored = await scoreFiles(bench, sources).catch((thrown: unknown) => {
    throw asUsage(thrown);
  });
  await mkdir(out, { recursive: true });
  await replaceFile(join(out, 'summary.json'), scoresJson(scored));
  await replaceFile(join(out, 'report.html'), scoresReport(scored));
  print(scoresText(scored));
}

import { readFile } from 'node:fs/promises';
import { Problem } from '../../src/domain/problem.ts';
import { importedFrom } from '../../src/experiments/library/import.ts';
import { readBenchFile } from '../../src/formats/benches/read.ts';
import type { GivenSet } from '../../src/headless/driver.ts';
import { UsageError } from './command-line.ts';
import { lineOf } from './read-file.ts';

/** So many records that were left out are named one by one. */
const named = 5;

/**
 * Reads benchmarks' files, under the ids by which documents name them.
 * @param note hears by which id documents name each, and which records were left out
 * @throws UsageError, in a line, that names the file and what is wrong in it
 */
export async function readBenchFiles(
  paths: readonly string[],
  note: (line: string) => void,
): Promise<GivenSet[]> {
  const sets: GivenSet[] = [];
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
      throw new UsageError(`${path} could not be read: ${(thrown as Error).message}.`);
    });
    try {
      const file = readBenchFile(text, path);
      for (const { message } of file.problems.slice(0, named)) note(`${path}: ${message}`);
      const more = file.problems.length - named;
      if (more > 0) note(`${path}: ${more} more records were left out.`);
      const { set, content } = await importedFrom(file, {
        name: path,
        licence: null,
        source: null,
      });
      // a document that is written by hand needs it
      note(`${path}: ${file.recognised}; documents name this set ${set.id}.`);
      sets.push({ id: set.id, content });
    } catch (thrown) {
      throw new UsageError(lineOf(Problem.from(thrown)));
    }
  }
  return sets;
}

import { readFile } from 'node:fs/promises';
import { Problem } from '../../src/domain/problem.ts';
import type { ExperimentDocument } from '../../src/experiments/document/document.ts';
import { readDocument } from '../../src/experiments/document/read.ts';
import { UsageError } from './command-line.ts';

/** Reads an experiment document. @throws UsageError, in a line, that names the file and what is wrong in it */
export async function readDocumentFile(path: string): Promise<ExperimentDocument> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw new UsageError(`${path} could not be read: ${(thrown as Error).message}.`);
  });
  try {
    return readDocument(text);
  } catch (thrown) {
    throw new UsageError(`${path}: ${lineOf(Problem.from(thrown))}`);
  }
}

/** A problem in one line. */
export const lineOf = ({ message, remedy }: Pick<Problem, 'message' | 'remedy'>): string =>
  `${message} ${remedy}`.replaceAll(/\s+/g, ' ').trim();

import { Problem } from '../../domain/problem.ts';
import type { ExampleProblem, Placed, TrainingSet } from '../../domain/training/conversation.ts';
import type { Conversation, Preference } from '../../domain/training/conversation.ts';
import { csvHeader, readCsv } from './csv.ts';
import { Fault, type Container, type Records } from './found.ts';
import { looksLikeJson, readJson } from './json.ts';
import { knownForms, looksLikeUrial, readPasted, readUrialPairs } from './pasted.ts';
import { readRecord, type Read, type Shape } from './record.ts';

/** What was found in a file or a pasted text. */
export interface DataSet {
  readonly container: Container;
  /** Of the records that were read, each once. */
  readonly shapes: readonly Shape[];
  /** At least one example. */
  readonly set: TrainingSet;
  /** The records that were left out, each by its line. */
  readonly problems: readonly ExampleProblem[];
  /** What the reader should check though nothing was left out for it. */
  readonly notes: readonly string[];
}

/** Largest text that is read, in UTF-16 units: far more than a page can train on. */
export const largestDataSet = 200_000_000;

/**
 * Reads a data set, which its content tells: see `knownForms`. Every record is taken whole, or named by its
 * line and left out. The first that can be read says whether it is for imitation or for preference; records
 * of the other kind are left out too.
 * @param name of the file, for messages
 * @throws Problem 'bad-input' that names the line, where there is nothing to read
 */
export function readDataSet(text: string, name: string): DataSet {
  if (text.length > largestDataSet)
    throw refusal(name, 1, 'the text is longer than 200 million characters.', 'Take a part of it.');
  const { container, found, notes } = recordsOf(text.replace(/^\uFEFF/, ''), name);
  const problems: ExampleProblem[] = [];
  const leave = (line: number, fault: string) =>
    problems.push({
      place: `Line ${line}`,
      message: `Line ${line}: ${fault}.`,
      remedy: 'It was left out, and nothing else was. Correct it and read the file again.',
    });
  const read: (Read & { place: string })[] = [];
  for (const each of found) {
    if ('fault' in each) {
      leave(each.line, each.fault);
      continue;
    }
    try {
      const example = readRecord(each.record);
      const wanted = read[0]?.method ?? example.method;
      if (example.method !== wanted) throw new Fault(otherKind[wanted]);
      read.push({ ...example, place: `Line ${each.line}` });
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      leave(each.line, thrown.message);
    }
  }
  if (read.length === 0) throw nothing(name, problems);
  return {
    container,
    shapes: [...new Set(read.map(({ shape }) => shape))],
    set: setOf(read),
    problems,
    notes,
  };
}

const otherKind = {
  sft: 'it compares two answers, where the records before it have one',
  dpo: 'it has one answer, where the records before it compare two',
} as const;

function recordsOf(text: string, name: string): Records {
  if (text.trim() === '') throw refusal(name, 1, 'there is no text in it.', knownForms);
  if (looksLikeJson(text)) return readJson(text);
  const even = text.replace(/\r\n?/g, '\n');
  const header = csvHeader(even);
  if (header) return readCsv(even, header);
  return looksLikeUrial(even) ? readUrialPairs(even, name) : readPasted(even, name);
}

function setOf(read: readonly (Read & { place: string })[]): TrainingSet {
  const imitated: Placed<Conversation>[] = [];
  const compared: Placed<Preference>[] = [];
  for (const { place, ...each } of read) {
    if (each.method === 'sft') imitated.push({ place, example: each.example });
    else compared.push({ place, example: each.example });
  }
  return compared.length > 0
    ? { method: 'dpo', examples: compared }
    : { method: 'sft', examples: imitated };
}

function refusal(name: string, line: number, what: string, remedy: string): Problem {
  return new Problem({ code: 'bad-input', message: `${name}: line ${line}: ${what}`, remedy });
}

function nothing(name: string, problems: readonly ExampleProblem[]): Problem {
  const [first] = problems;
  const more = problems.length > 1 ? ` So it is with ${problems.length} records in all.` : '';
  return new Problem({
    code: 'bad-input',
    message: `${name}: nothing in it could be read. ${first?.message ?? 'Line 1: it has no record.'}${more}`,
    remedy: `${knownForms} Nothing was imported.`,
    detail: problems.map(({ message }) => message).join('\n'),
  });
}

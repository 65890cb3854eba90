import { Problem } from '../../domain/problem.ts';
import { csvHeader, readCsv } from '../training/csv.ts';
import { largestDataSet, readDataSet } from '../training/data-set.ts';
import type { Records } from '../training/found.ts';
import { looksLikeJson, readJson } from '../training/json.ts';
import { findHeadings } from '../urial-blocks.ts';
import { readUrial } from '../urial-file.ts';
import type { Form, Gathered } from './form.ts';
import { fastChatAnswers, fastChatReferences, isReferences } from './forms.ts';
import { isBenchTable, recognise } from './recognise.ts';
import type { BenchFile, LineProblem } from './types.ts';

/** What a file may be taken for where its content allows more than one reading. */
export type ReadAs = 'answers' | 'references' | 'pool';

/** What files the lab knows. */
export const knownFiles =
  'The lab reads questions, answers, judgments and judge prompts of MT-Bench (FastChat); outputs and annotations of AlpacaEval; prompts and responses of IFEval; questions, outputs and judgments of Just-Eval; samples of lm-evaluation-harness; URIAL prompts; lists of questions; and sets of examples as JSON, JSON lines, CSV or text with “Q:” and “A:”.';

/**
 * Reads a file of a benchmark, or a set of examples, which its content tells. Every record is taken whole,
 * or named by its line and left out.
 * @param name of the file, for messages and for the name of a set
 * @param as what to take it for; absent: what its content says
 * @throws Problem 'bad-input' that names the line, where nothing in it can be read
 */
export function readBenchFile(text: string, name: string, as?: ReadAs): BenchFile {
  if (text.length > largestDataSet)
    throw refusal(name, 'line 1: the text is longer than 200 million characters.');
  const even = text.replace(/^\uFEFF/, '');
  if (even.trim() === '') throw refusal(name, 'line 1: there is no text in it.');
  if (as === 'pool') return poolOf(even, name);
  const records = recordsOf(even);
  if (!records) return findHeadings(even).length > 0 ? promptOf(even, name) : poolOf(even, name);
  const form = recognise(records);
  if (form === 'pool' || form === null) return poolOf(even, name);
  const read = (wanted: Form) => fileOf(wanted, wanted.readAll(records, name), records, name);
  if (form !== fastChatAnswers) return read(form);
  if (as !== undefined) return read(as === 'references' ? fastChatReferences : form);
  const answers = read(form);
  const ids = answers.kind === 'answers' ? answers.answers.map(({ id }) => id) : [];
  if (!isReferences(name, ids)) return answers;
  const references = read(fastChatReferences);
  const told = /reference/i.test(name) ? [] : [alsoAnswers];
  return { ...references, notes: [...references.notes, ...told] };
}

const alsoAnswers =
  'Answers of a model to these questions alone would look the same: read the file as answers if they are.';

/** JSON, JSON lines or a table as records; null for text. */
function recordsOf(text: string): Records | null {
  if (looksLikeJson(text)) return readJson(text);
  const lines = text.replace(/\r\n?/g, '\n');
  const header = csvHeader(lines, isBenchTable);
  return header && readCsv(lines, header);
}

function fileOf(
  { recognised }: Form,
  gathered: Gathered,
  records: Records,
  name: string,
): BenchFile {
  const { content, problems, notes } = gathered;
  if (!content) throw nothing(name, recognised, problems);
  return { ...content, recognised, problems, notes: [...records.notes, ...notes] };
}

function promptOf(text: string, name: string): BenchFile {
  const file = readUrial(text, name);
  return { kind: 'prompt', file, recognised: 'A URIAL prompt', problems: [], notes: file.warnings };
}

function poolOf(text: string, name: string): BenchFile {
  try {
    const data = readDataSet(text, name);
    const problems = data.problems.map(({ place, message }): LineProblem => ({
      line: Number(/\d+/.exec(place)?.[0] ?? 1),
      message: `${message} It was left out.`,
    }));
    const recognised =
      data.set.method === 'dpo' ? 'Examples with two answers to compare' : 'Examples with answers';
    return { kind: 'pool', data, recognised, problems, notes: data.notes };
  } catch (thrown) {
    const { message, detail } = Problem.from(thrown);
    throw refusal('', message, detail);
  }
}

function nothing(name: string, recognised: string, problems: readonly LineProblem[]): Problem {
  const [first] = problems;
  const more = problems.length > 1 ? ` So it is with ${problems.length} records in all.` : '';
  return refusal(
    name,
    `this looks like “${recognised}”, but nothing in it could be read. ${first?.message ?? 'Line 1: there is no record.'}${more}`,
    problems.map(({ message }) => message).join('\n'),
  );
}

const refusal = (name: string, what: string, detail?: string): Problem =>
  new Problem({
    code: 'bad-input',
    message: name === '' ? what : `${name}: ${what}`,
    remedy: `${knownFiles} Nothing was imported.`,
    ...(detail !== undefined && { detail }),
  });

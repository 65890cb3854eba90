import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ExperimentRecord } from '../../src/domain/experiment.ts';
import { canonicalJson } from '../../src/domain/hash.ts';
import { issueText } from '../../src/domain/issue.ts';
import { Precision } from '../../src/domain/model.ts';
import { ExperimentDocument } from '../../src/experiments/document/document.ts';
import type { ChosenModel } from '../../src/experiments/plan/models.ts';
import { UsageError } from './command-line.ts';
import { replaceFile } from './json-lines.ts';

/** What a folder's results are of. */
export interface Belongings {
  readonly document: ExperimentDocument;
  readonly model: ChosenModel;
}

const name = 'experiment.json';
const format = { format: 'incontext-lab/experiment-part', version: 1 } as const;

/** experiment.json of a folder of results: what is run, how far it is, and its rounds as planned. */
const Part = v.object({
  format: v.literal(format.format),
  version: v.literal(format.version),
  /** The model that the document calls "chosen". */
  model: v.object({ id: v.string(), precision: Precision }),
  record: ExperimentRecord,
  rounds: v.array(v.looseObject({ cells: v.array(v.looseObject({ key: v.string() })) })),
});
export type Part = Omit<v.InferOutput<typeof Part>, keyof typeof format>;

/** The earlier part in a folder; null where there is none. @throws UsageError where it cannot be read */
export async function readPart(folder: string): Promise<Part | null> {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const refuse = (what: string) =>
    new UsageError(`${path}: ${what} Name another folder, or take this one away.`);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw refuse(`${(thrown as Error).message}.`);
  }
  const part = v.safeParse(Part, json);
  if (!part.success) throw refuse(`${issueText(part.issues[0])}.`);
  return part.output;
}

/** @throws UsageError where a part is not of this document and model */
export function checkPart({ record, model }: Part, wanted: Belongings, folder: string): void {
  const refuse = (what: string) =>
    new UsageError(`${folder} holds ${what}: name another folder, or take this one away.`);
  // fields that came later have their defaults in one of an older lab
  const { output } = v.safeParse(ExperimentDocument, record.document);
  if (canonicalJson(output) !== canonicalJson(wanted.document))
    throw refuse(`another experiment (“${record.title}”)`);
  const other = `${model.id} in ${model.precision}`;
  if (other !== `${wanted.model.id} in ${wanted.model.precision}`)
    throw refuse(`this experiment on ${other}`);
}

export async function writePart(
  folder: string,
  part: { model: Part['model']; record: ExperimentRecord; rounds: readonly unknown[] },
): Promise<void> {
  await replaceFile(join(folder, name), `${JSON.stringify({ ...format, ...part })}\n`);
}

/** Keys of all cells in the order of the plan, each once. */
export const keysOf = (rounds: readonly unknown[]): string[] => [
  ...new Set(
    v.parse(Part.entries.rounds, rounds).flatMap(({ cells }) => cells.map(({ key }) => key)),
  ),
];

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { breathing } from '../../src/domain/breathing.ts';
import { checkDocument } from '../../src/experiments/document/read.ts';
import { reasonAgainst, type ExportId } from '../../src/experiments/exports/formats.ts';
import type { ExportSource } from '../../src/experiments/exports/source.ts';
import { toolFiles } from '../../src/experiments/exports/write.ts';
import { readRound } from '../../src/experiments/plan/read-round.ts';
import { flatRows } from '../../src/experiments/report/rows/flat-rows.ts';
import { parquetBytes } from '../../src/experiments/report/rows/parquet.ts';
import { csvPieces } from '../../src/experiments/report/rows/row-files.ts';
import { assemble } from '../../src/experiments/results/assemble.ts';
import type { ExportFile } from '../../src/formats/exports/file.ts';
import { CellLog } from './cell-log.ts';
import { UsageError } from './command-line.ts';
import { readPart } from './part.ts';

/** Reads a folder of results. @throws UsageError where it holds none */
async function sourceOf(folder: string): Promise<ExportSource> {
  const part = await readPart(folder);
  if (!part) throw new UsageError(`${folder} holds no results.`);
  const rounds = await Promise.all(part.rounds.map(readRound));
  const log = await CellLog.open(folder);
  const cells = new Map([...log.read()].map((cell) => [cell.key, cell]));
  const texts = log.texts();
  await log.close();
  const document = checkDocument(part.record.document);
  const results = await assemble(document, rounds, () => Promise.resolve(cells));
  return { record: part.record, results, ratings: [], texts };
}

async function filesOf(id: ExportId, source: ExportSource): Promise<ExportFile[]> {
  if (id !== 'csv' && id !== 'parquet') return toolFiles(id, source);
  const flat = await flatRows(source.results, breathing());
  const pieces = id === 'csv' ? await csvPieces(flat) : [parquetBytes(flat)];
  return [{ name: `rows.${id}`, type: '', pieces }];
}

function* bytesOf({ pieces }: ExportFile): Generator<string | Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? piece : new Uint8Array(piece);
}

/**
 * Writes what a folder holds in other tools' forms, under export/<form>/ in it; what an earlier export of the
 * form left there is gone.
 * @param note is told a line for each form
 * @throws Problem 'file-missing' where a prompt's text is gone
 */
export async function writeExports(
  folder: string,
  ids: readonly ExportId[],
  note: (line: string) => void,
): Promise<void> {
  if (ids.length === 0) return;
  const source = await sourceOf(folder);
  for (const id of ids) {
    const reason = reasonAgainst(id, source.results);
    const into = join(folder, 'export', id);
    await rm(into, { recursive: true, force: true });
    if (reason !== null) {
      note(`export ${id}: nothing written, ${reason}`);
      continue;
    }
    const files = await filesOf(id, source);
    for (const file of files) {
      const path = join(into, file.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytesOf(file));
    }
    note(`export ${id}: ${files.length} ${files.length === 1 ? 'file' : 'files'} in ${into}`);
  }
}

import { breathing } from '../../../domain/breathing.ts';
import type { ExperimentRecord, HandRating } from '../../../domain/experiment.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import type { ToolFormat } from '../../../experiments/exports/formats.ts';
import type { Results } from '../../../experiments/results/results.ts';

/** What can be taken away of an experiment. */
export const forms = [
  { id: 'report', end: '.html', label: 'Report: one file to read, with figures and transcripts' },
  { id: 'json', end: '-rows.json', label: 'Raw rows as JSON' },
  { id: 'csv', end: '-rows.csv', label: 'Raw rows as CSV, for spreadsheets' },
  { id: 'parquet', end: '-rows.parquet', label: 'Raw rows as Parquet' },
  { id: 'document', end: '.json', label: 'Document: to run it again' },
] as const;
export type Form = (typeof forms)[number];

/** What a tool's files are called together, after the experiment's title. */
export const endFor = ({ id, several }: ToolFormat): string => `-${id}.${several ? 'zip' : 'json'}`;

export interface Exported {
  readonly record: ExperimentRecord;
  readonly results: Results;
  readonly ratings: () => Promise<readonly HandRating[]>;
  /** The reader's adapters: the report tells what those that answered were trained on. */
  readonly adapters: () => Promise<readonly Adapter[]>;
  /** The texts that prompts begin with, by their hashes. */
  readonly texts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** An experiment in a tool's own form: its file, or its files as an archive. */
export async function contentFor({ id, several }: ToolFormat, exported: Exported): Promise<Blob> {
  const { recipeHashes, toolFiles } = await import('../../../experiments/exports/write.ts');
  const { record, results } = exported;
  const texts = await exported.texts(recipeHashes(results));
  const files = await toolFiles(id, { record, results, ratings: await exported.ratings(), texts });
  const [only] = files;
  if (!several && only) return new Blob([...only.pieces], { type: only.type });
  const { zipFile } = await import('../../../formats/zip.ts');
  return zipFile(files, new Date(record.updatedAt), breathing());
}

/** The content of a file. What writes it comes when it is wanted: the page does not begin with it. */
export async function contentOf(form: Form['id'], exported: Exported): Promise<Blob> {
  const { record, results } = exported;
  if (form === 'document') {
    const document = { ...results.document, title: record.title };
    return new Blob([`${JSON.stringify(document, null, 2)}\n`], { type: 'application/json' });
  }
  if (form === 'report') {
    const { reportHtml } = await import('../../../experiments/report/report.ts');
    const environment = { browser: navigator.userAgent, writtenAt: new Date().toISOString() };
    const ratings = await exported.ratings();
    const adapters = await exported.adapters();
    const text = await reportHtml({ record, results, ratings, adapters, environment });
    return new Blob([text], { type: 'text/html;charset=utf-8' });
  }
  const { flatRows } = await import('../../../experiments/report/rows/flat-rows.ts');
  const flat = await flatRows(results);
  if (form === 'parquet') {
    const { parquetFile } = await import('../../../experiments/report/rows/parquet-file.ts');
    return parquetFile(flat);
  }
  const { csvPieces, jsonPieces } = await import('../../../experiments/report/rows/row-files.ts');
  return form === 'json'
    ? new Blob(await jsonPieces(flat), { type: 'application/json' })
    : new Blob(await csvPieces(flat), { type: 'text/csv;charset=utf-8' });
}

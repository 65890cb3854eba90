import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  sampleCell,
  sampleExperiment,
  sampleFailure,
  sampleRecipe,
} from '../../src/domain/testing/sample-experiment.ts';
import { exportIds } from '../../src/experiments/exports/formats.ts';
import { planRound, wholeRound } from '../../src/experiments/plan/plan-round.ts';
import { smallDocument } from '../../src/experiments/testing/documents.ts';
import { models, shelf } from '../../src/experiments/testing/world.ts';
import { LmEvalSampleLine } from '../../src/formats/exports/testing/lm-eval-schemas.ts';
import { UsageError } from './command-line.ts';
import { writeExports } from './exports.ts';
import { ResultsFolder } from './folder.ts';

const document = smallDocument();
const record = sampleExperiment(0, { document, title: 'Small', state: 'finished' });
let path = '';
const notes: string[] = [];

beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'exports-')), 'results');
  const parts = { models: models(), shelf: shelf() };
  const { round } = await planRound(document, wholeRound(record.id, document), parts);
  const model = { id: 'lab-base-4m', precision: 'fp32' } as const;
  const folder = await ResultsFolder.open(path, { document, model });
  await folder.keep({ kind: 'record', record });
  await folder.keep({ kind: 'round', round });
  const keys = [...new Set(round.cells.map(({ key }) => key))];
  for (const [i, key] of keys.entries()) {
    // the last one failed
    const cell = i + 1 < keys.length ? { ...sampleCell(i), key } : { ...sampleFailure(i), key };
    await folder.keep({ kind: 'cell', line: JSON.stringify(cell), recipe: sampleRecipe });
  }
  await folder.close();
  await mkdir(join(path, 'export', 'inspect'), { recursive: true });
  await writeFile(join(path, 'export', 'inspect', 'old.json'), '{}');
  await writeExports(path, exportIds, (line) => notes.push(line));
});

const at = async (...names: string[]): Promise<string> =>
  readFile(join(path, 'export', ...names), 'utf8');

it('writes every form under export/, and says where there is nothing to write', async () => {
  expect(notes.map((line) => line.replace(path, 'DIR'))).toEqual([
    'export fastchat: 3 files in DIR/export/fastchat',
    'export alpaca: 3 files in DIR/export/alpaca',
    'export ifeval: nothing written, no question has instructions that IFEval checks',
    'export lm-eval: 9 files in DIR/export/lm-eval',
    'export inspect: 2 files in DIR/export/inspect',
    'export promptfoo: 1 file in DIR/export/promptfoo',
    'export csv: 1 file in DIR/export/csv',
    'export parquet: 1 file in DIR/export/parquet',
  ]);
  expect(existsSync(join(path, 'export', 'ifeval'))).toBe(false);
  expect(await readdir(join(path, 'export', 'fastchat', 'model_answer'))).toEqual([
    'lab-base-4m · URIAL.jsonl',
    'lab-base-4m · bare.jsonl',
  ]);
});

it('has whole prompts, from the texts that the folder keeps', async () => {
  const folder = join('lm-eval', 'lab-base-4m · URIAL · seed 2');
  const name = (await readdir(join(path, 'export', folder))).find((it) => it.includes('turn_1'));
  const [line = ''] = (await at(folder, name ?? '')).split('\n');
  const sample = v.parse(LmEvalSampleLine, JSON.parse(line));
  expect(sample.arguments.gen_args_0.arg_0).toMatch(
    /^Answer in one sentence\.\n\nQ: Question \d+\?/,
  );
});

it('has the same rows in both tables', async () => {
  const { buffer } = new Uint8Array(
    await readFile(join(path, 'export', 'parquet', 'rows.parquet')),
  );
  const rows = await parquetReadObjects({ file: buffer });
  expect(rows).toHaveLength(32);
  expect((await at('csv', 'rows.csv')).trimEnd().split('\n').length).toBeGreaterThanOrEqual(33);
});

it('takes the place of an earlier export of the form', async () => {
  expect(await readdir(join(path, 'export', 'inspect'))).not.toContain('old.json');
});

it('refuses a folder without results in a line', async () => {
  await expect(writeExports(join(path, 'none'), ['csv'], () => undefined)).rejects.toThrow(
    UsageError,
  );
});

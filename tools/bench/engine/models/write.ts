import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeModelFolder } from '../../../pretrain/export/export-model.ts';
import type { BenchPrecision } from '../contest.ts';
import { llamaGguf } from '../gguf/llama.ts';
import { modelFiles } from './files.ts';
import type { BenchModel } from './specs.ts';

/** Where models lie that are written for benchmarks: one folder each, under its id. */
export const benchModelsFolder = '.cache/bench/models';

/** llama.cpp's file of a model, inside the model's folder. */
export const ggufFiles: Readonly<Record<BenchPrecision, string>> = {
  fp32: 'model.gguf',
  q4: 'model-q4.gguf',
};

/** Raise it when the same spec gives other files than before. */
const version = 1;

const Written = v.object({ madeBy: v.object({ recipe: v.string() }) });

/** All that a model's files depend on, as a hash. */
function keyOf(model: BenchModel): string {
  const source =
    model.kind === 'bundled' ? readFileSync(join(model.folder, 'manifest.json'), 'utf8') : '';
  const hash = createHash('sha256').update(JSON.stringify([version, model, source]));
  return hash.digest('hex').slice(0, 16);
}

function isWritten(folder: string, key: string): boolean {
  const place = join(folder, 'manifest.json');
  if (!existsSync(place)) return false;
  const manifest = v.safeParse(Written, JSON.parse(readFileSync(place, 'utf8')));
  return manifest.success && manifest.output.madeBy.recipe === key;
}

/**
 * Sees to it that a model's folder is there, in the hub's layout and with llama.cpp's files; writes it
 * where it is not (seconds to minutes, up to four times the fp32 weights in memory).
 * @param log told of a model that has to be written
 * @returns the folder
 */
export function ensureBenchModel(
  model: BenchModel,
  log: (line: string) => void = console.log,
  models = benchModelsFolder,
): string {
  const folder = join(models, model.id);
  const key = keyOf(model);
  if (isWritten(folder, key)) return folder;
  log(`writing ${folder} (${model.label})`);
  const { config, parameters, files } = modelFiles(model);
  const about = {
    name: model.id,
    label: model.label,
    description: 'Written for benchmarks.',
    licence: 'MIT',
    contextLength: config.contextLength,
    trainedLength: config.contextLength,
    madeBy: { program: 'npm run bench -- engine', recipe: key, seed: 1 },
  };
  const precisions = ['fp32', 'q4'] as const;
  const gguf = precisions.map((precision) => ({
    path: ggufFiles[precision],
    bytes: llamaGguf(config, parameters, precision),
  }));
  writeModelFolder(folder, about, parameters.length, [...files, ...gguf]);
  return folder;
}

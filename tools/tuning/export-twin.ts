import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as v from 'valibot';
import { ModelManifest, type Precision } from '../../src/domain/model.ts';
import type { ModelWeights } from '../evaluate/model/weights.ts';
import { modelFiles, writeModelFolder } from '../pretrain/export/export-model.ts';
import type { ExportedManifest, ModelDescription } from '../pretrain/export/manifest.ts';
import { chatTemplate } from './chat-template.ts';

/** A model's manifest. Throws an error that names the file and the field. */
export function readManifest(folder: string): ModelManifest {
  const path = join(folder, 'manifest.json');
  const result = v.safeParse(ModelManifest, JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** What the twin's manifest tells. */
export function twinDescription(
  base: ModelManifest,
  folder: string,
  seed: number,
): ModelDescription {
  const { licence, contextLength, trainedLength } = base;
  return {
    name: basename(resolve(folder)),
    label: base.label.replace(/\bbase\b/iu, 'instruct'),
    description:
      `The instruct twin of ${base.label}: the same weights after supervised fine-tuning on courteous ` +
      'answers in its own chat template and direct preference optimisation. It answers chats; it ' +
      'needs no demonstrations.',
    licence,
    contextLength,
    trainedLength,
    madeBy: { program: 'npx tsx tools/tuning/main.ts', recipe: base.name, seed },
  };
}

/** Writes the twin into `folder` (replacing what was there) with its chat template and manifest. */
export function exportTwin(
  folder: string,
  { config, tokenizer, parameters }: ModelWeights,
  about: ModelDescription,
  precisions: readonly Precision[],
): ExportedManifest {
  const files = modelFiles(config, parameters, tokenizer, { chatTemplate, precisions });
  return writeModelFolder(folder, about, parameters.length, files);
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Precision } from '../../../src/domain/model.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { writeDecoder, type DecoderOptions } from '../../../src/onnx/llama/decoder.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import type { Tokenizer } from '../tokenizer/index.ts';
import { hubConfig, hubGenerationConfig } from './hub-files.ts';
import {
  modelManifest,
  pretrained,
  type ExportedManifest,
  type ModelDescription,
  type OutputFile,
} from './manifest.ts';

/** @param indent spaces; 0 where nobody reads it and size counts */
const json = (path: string, value: unknown, indent = 2): OutputFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, indent)}\n`),
});

/** What an export may hold beside the decoder and its tokenizer. */
export interface ExportOptions {
  /** Jinja template of chats, for models that were tuned on it; base models have none. */
  readonly chatTemplate?: string;
  /** Which decoders are written; both by default. The first is the one loaded unless asked otherwise. */
  readonly precisions?: readonly Precision[];
}

const decoderFiles: Readonly<Record<Precision, { path: string; options: DecoderOptions }>> = {
  fp32: { path: 'onnx/model.onnx', options: {} },
  q4: { path: 'onnx/model_q4.onnx', options: { quantize: 'q4' } },
};

/** The files of a model in the hub's layout, without the manifest. */
export function modelFiles(
  config: LlamaConfig,
  parameters: Float32Array,
  tokenizer: Tokenizer,
  { chatTemplate, precisions = ['fp32', 'q4'] }: ExportOptions = {},
): OutputFile[] {
  const { tokenizer: tokenizerFile, tokenizerConfig } = tokenizer.toJSON();
  const padding = tokenizerFile.model.vocab[tokenizerConfig.pad_token] ?? tokenizer.endOfText;
  const ids = { beginOfText: tokenizer.endOfText, endOfText: tokenizer.endOfText, padding };
  return [
    json('config.json', hubConfig(config, ids, precisions[0])),
    json('generation_config.json', hubGenerationConfig(ids)),
    json('tokenizer.json', tokenizerFile, 0),
    json('tokenizer_config.json', {
      ...tokenizerConfig,
      model_max_length: config.contextLength,
      ...(chatTemplate !== undefined && { chat_template: chatTemplate }),
    }),
    ...precisions.map((precision): OutputFile => {
      const { path, options } = decoderFiles[precision];
      return { path, bytes: writeDecoder(config, parameters, options) };
    }),
  ];
}

/**
 * Writes files and their manifest into `folder`, replacing what was there. The folder appears
 * complete or not at all.
 * @param parameters how many numbers the model learnt
 */
export function writeModelFolder(
  folder: string,
  about: ModelDescription,
  parameters: number,
  files: readonly OutputFile[],
): ExportedManifest {
  const manifest = modelManifest(about, parameters, files);
  const temporary = `${folder}.part`;
  rmSync(temporary, { recursive: true, force: true });
  for (const { path, bytes } of [...files, json('manifest.json', manifest)]) {
    const place = join(temporary, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
  return manifest;
}

/** Writes a pre-trained model into `folder` as transformers.js expects a hub model. */
export function exportModel(
  folder: string,
  recipe: PretrainingRecipe,
  config: LlamaConfig,
  parameters: Float32Array,
  tokenizer: Tokenizer,
): ExportedManifest {
  const files = modelFiles(config, parameters, tokenizer);
  return writeModelFolder(folder, pretrained(recipe), parameters.length, files);
}

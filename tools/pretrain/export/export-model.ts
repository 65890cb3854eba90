import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { writeDecoder } from '../../../src/onnx/llama/decoder.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import type { Tokenizer } from '../tokenizer/index.ts';
import { hubConfig, hubGenerationConfig } from './hub-files.ts';
import { modelManifest, type ExportedManifest, type OutputFile } from './manifest.ts';

const json = (path: string, value: unknown): OutputFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
});

/** The files of a model in the hub's layout, without the manifest. */
export function modelFiles(
  config: LlamaConfig,
  parameters: Float32Array,
  tokenizer: Tokenizer,
): OutputFile[] {
  const { tokenizer: tokenizerFile, tokenizerConfig } = tokenizer.toJSON();
  const padding = tokenizerFile.model.vocab[tokenizerConfig.pad_token] ?? tokenizer.endOfText;
  const ids = { beginOfText: tokenizer.endOfText, endOfText: tokenizer.endOfText, padding };
  return [
    json('config.json', hubConfig(config, ids)),
    json('generation_config.json', hubGenerationConfig(ids)),
    json('tokenizer.json', tokenizerFile),
    json('tokenizer_config.json', { ...tokenizerConfig, model_max_length: config.contextLength }),
    { path: 'onnx/model.onnx', bytes: writeDecoder(config, parameters) },
    { path: 'onnx/model_q4.onnx', bytes: writeDecoder(config, parameters, { quantize: 'q4' }) },
  ];
}

/**
 * Writes a model into `folder` (replacing what was there) as transformers.js expects a hub model,
 * with a manifest of sizes and hashes. The folder appears complete or not at all.
 */
export function exportModel(
  folder: string,
  recipe: PretrainingRecipe,
  config: LlamaConfig,
  parameters: Float32Array,
  tokenizer: Tokenizer,
): ExportedManifest {
  const files = modelFiles(config, parameters, tokenizer);
  const manifest = modelManifest(recipe, parameters.length, files);
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

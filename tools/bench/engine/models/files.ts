import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LlamaConfig } from '../../../../src/onnx/llama/config.ts';
import { writeDecoder } from '../../../../src/onnx/llama/decoder.ts';
import { initialParameters } from '../../../../src/onnx/llama/parameters.ts';
import { readHubConfig, readParameters } from '../../../evaluate/model/exported.ts';
import { hubConfig } from '../../../pretrain/export/hub-files.ts';
import type { OutputFile } from '../../../pretrain/export/manifest.ts';
import { dummyTokenizer } from './dummy-tokenizer.ts';
import type { BenchModel } from './specs.ts';

/** A model's shape and weights, and its files in the hub's layout without a manifest. */
export interface ModelFiles {
  readonly config: LlamaConfig;
  /** The flat vector of `parameterSpecs`. */
  readonly parameters: Float32Array;
  readonly files: readonly OutputFile[];
}

const json = (path: string, value: unknown): OutputFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value)}\n`),
});

/** A random model whose greedy answers vary: weights of twice a fresh model's deviation, norms as they are. */
function randomFiles(config: LlamaConfig, seed: number): ModelFiles {
  const parameters = initialParameters(config, seed);
  for (let i = 0; i < parameters.length; i++) {
    const value = parameters[i] as number;
    if (value !== 1) parameters[i] = 2 * value;
  }
  const { tokenizer, tokenizerConfig } = dummyTokenizer(config.vocabSize, config.contextLength);
  const noIds = { bos_token_id: null, eos_token_id: null, pad_token_id: null };
  const ids = { beginOfText: 0, endOfText: 0, padding: 0 };
  return {
    config,
    parameters,
    files: [
      json('config.json', { ...hubConfig(config, ids), ...noIds }),
      json('generation_config.json', { do_sample: false, ...noIds }),
      json('tokenizer.json', tokenizer),
      json('tokenizer_config.json', tokenizerConfig),
      { path: 'onnx/model.onnx', bytes: writeDecoder(config, parameters) },
      { path: 'onnx/model_q4.onnx', bytes: writeDecoder(config, parameters, { quantize: 'q4' }) },
    ],
  };
}

/** The files of a model that the page brings, as they are but for the end token, which would end answers early. */
function bundledFiles(folder: string): ModelFiles {
  // not a Buffer: its slice() is a view, and tensors are read through copies
  const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const without = (path: string, field: string) =>
    json(path, { ...(JSON.parse(text(path)) as object), [field]: null });
  const config = readHubConfig('config.json', text('config.json'));
  const asTheyAre = ['tokenizer.json', 'onnx/model.onnx', 'onnx/model_q4.onnx'];
  return {
    config,
    parameters: readParameters(config, read('onnx/model.onnx')),
    files: [
      without('config.json', 'eos_token_id'),
      without('generation_config.json', 'eos_token_id'),
      without('tokenizer_config.json', 'eos_token'),
      ...asTheyAre.map((path) => ({ path, bytes: read(path) })),
    ],
  };
}

export const modelFiles = (model: BenchModel): ModelFiles =>
  model.kind === 'bundled' ? bundledFiles(model.folder) : randomFiles(model.config, model.seed);

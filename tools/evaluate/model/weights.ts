import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../src/domain/hash.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import type { Tokenizer } from '../../pretrain/tokenizer/index.ts';

/** A base model as numbers, wherever it came from. */
export interface ModelWeights {
  /** For the reader. */
  readonly name: string;
  readonly config: LlamaConfig;
  readonly tokenizer: Tokenizer;
  /** The flat vector of `parameterSpecs`. */
  readonly parameters: Float32Array;
}

/** A model's place that holds no model; the message says what is missing and where. */
export class ModelPlaceError extends Error {
  override readonly name = 'ModelPlaceError';
}

/** SHA-256 in hex over shape, tokenizer and every parameter: equal weights answer alike. */
export function weightsHash({ config, tokenizer, parameters }: ModelWeights): string {
  const { buffer, byteOffset, byteLength } = parameters;
  return createHash('sha256')
    .update(canonicalJson({ config, tokenizer: tokenizer.toJSON().tokenizer }))
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest('hex');
}

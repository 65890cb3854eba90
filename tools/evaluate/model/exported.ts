import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as v from 'valibot';
import type { Precision } from '../../../src/domain/model.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import {
  parameterCount,
  parameterSpecs,
  splitParameters,
} from '../../../src/onnx/llama/parameters.ts';
import { fromStored, storedShape } from '../../../src/onnx/llama/stored-heads.ts';
import { readModel } from '../../../src/onnx/model/read.ts';
import { floatsOf } from '../../../src/onnx/model/tensor.ts';
import type { Tensor } from '../../../src/onnx/model/types.ts';
import { blockSize, dequantizeQ4 } from '../../../src/onnx/quantize/q4.ts';
import { exportedTokenizer } from '../../pretrain/commands/prepare.ts';
import { ModelPlaceError, type ModelWeights } from './weights.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const hubConfig = v.object({
  model_type: v.literal('llama'),
  vocab_size: count,
  hidden_size: count,
  intermediate_size: count,
  num_hidden_layers: count,
  num_attention_heads: count,
  num_key_value_heads: count,
  max_position_embeddings: count,
  rms_norm_eps: positive,
  rope_theta: positive,
  tie_word_embeddings: v.boolean(),
});

/** The decoder's shape from the text of a config.json. Throws an error that names the field. */
export function readHubConfig(path: string, text: string): LlamaConfig {
  const result = v.safeParse(hubConfig, JSON.parse(text));
  if (!result.success) {
    const [issue] = result.issues;
    throw new ModelPlaceError(`${path}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const hub = result.output;
  return {
    vocabSize: hub.vocab_size,
    hiddenSize: hub.hidden_size,
    layers: hub.num_hidden_layers,
    heads: hub.num_attention_heads,
    kvHeads: hub.num_key_value_heads,
    intermediateSize: hub.intermediate_size,
    normEpsilon: hub.rms_norm_eps,
    ropeTheta: hub.rope_theta,
    tiedHead: hub.tie_word_embeddings,
    contextLength: hub.max_position_embeddings,
  };
}

/** A parameter's name in the exported graph: norms and embedding keep theirs, matrices name their node. */
const storedName = (name: string): string =>
  /_proj\.weight$|^lm_head/.test(name)
    ? name.replace('.self_attn.', '.attn.').replace(/\.weight$/, '.MatMul.weight')
    : name;

/** One parameter's floats, from full precision or from 4 bits. Undefined where the file has neither. */
function storedFloats(
  initializers: ReadonlyMap<string, Tensor>,
  name: string,
  [k = 1, n = 1]: readonly number[],
): Float32Array | undefined {
  const plain = initializers.get(storedName(name));
  if (plain) return floatsOf(plain);
  const data = initializers.get(`${storedName(name)}_Q4`)?.data;
  const scales = initializers.get(`${storedName(name)}_scales`);
  return data && scales && dequantizeQ4({ k, n, blockSize, data, scales: floatsOf(scales) });
}

/**
 * The flat parameter vector out of an exported decoder's bytes; 4-bit matrices as the floats they stand
 * for. Throws an error that names the parameter which the file lacks.
 */
export function readParameters(config: LlamaConfig, bytes: Uint8Array): Float32Array {
  const { initializers } = readModel(bytes).graph;
  const flat = new Float32Array(parameterCount(config));
  const views = splitParameters(config, flat);
  for (const { name, shape } of parameterSpecs(config)) {
    const view = views.get(name) as Float32Array;
    const wanted = storedShape(config, name, shape);
    const stored = storedFloats(initializers, name, wanted);
    if (stored?.length !== wanted.reduce((a, b) => a * b, 1))
      throw new ModelPlaceError(
        `the exported model has no parameter ${name} [${shape.join(', ')}]`,
      );
    view.set(fromStored(config, name, stored, view.length));
  }
  return flat;
}

/** Whether a folder holds a model in the hub's layout. */
export const isExported = (folder: string): boolean => existsSync(join(folder, 'config.json'));

/**
 * A model out of its exported folder: what is measured is what is shipped.
 * @throws ModelPlaceError where the folder lacks a file of this precision
 */
export function readExported(folder: string, precision: Precision = 'fp32'): ModelWeights {
  const file = join(folder, 'onnx', precision === 'fp32' ? 'model.onnx' : 'model_q4.onnx');
  if (!existsSync(file)) throw new ModelPlaceError(`${file} is not there.`);
  const place = join(folder, 'config.json');
  const config = readHubConfig(place, readFileSync(place, 'utf8'));
  return {
    name: basename(resolve(folder)) + (precision === 'fp32' ? '' : ` (${precision})`),
    config,
    tokenizer: exportedTokenizer(folder),
    // Not a Buffer: its slice() is a view, and tensors are read through copies.
    parameters: readParameters(config, new Uint8Array(readFileSync(file))),
  };
}

import { headSize, type LlamaConfig } from '../../../../src/onnx/llama/config.ts';
import { transposed } from '../../../../src/onnx/llama/decoder-head.ts';
import type { ParameterSpec } from '../../../../src/onnx/graph/flat.ts';
import { parameterSpecs, splitParameters } from '../../../../src/onnx/llama/parameters.ts';
import { storedHeadSize, storedShape, toStored } from '../../../../src/onnx/llama/stored-heads.ts';
import { blockSize, quantizeQ4 } from '../../../../src/onnx/quantize/q4.ts';
import type { BenchPrecision } from '../contest.ts';
import { writeGguf, type GgufTensor, type GgufValue } from './format.ts';
import { floatRows, halfRows, pairedRows, q4Rows, type Rows } from './rows.ts';

/** llama.cpp's names, by ours without what says the layer. */
const names: Readonly<Record<string, string>> = {
  'model.embed_tokens': 'token_embd',
  'model.norm': 'output_norm',
  lm_head: 'output',
  input_layernorm: 'attn_norm',
  post_attention_layernorm: 'ffn_norm',
  'self_attn.q_proj': 'attn_q',
  'self_attn.k_proj': 'attn_k',
  'self_attn.v_proj': 'attn_v',
  'self_attn.o_proj': 'attn_output',
  'mlp.gate_proj': 'ffn_gate',
  'mlp.up_proj': 'ffn_up',
  'mlp.down_proj': 'ffn_down',
};

/** 'model.layers.3.mlp.up_proj.weight' -> 'blk.3.ffn_up.weight' */
export function ggufName(name: string): string {
  const [, layer, ours] = /^(?:model\.layers\.(\d+)\.)?(.*)\.weight$/.exec(name) ?? [];
  return `${layer === undefined ? '' : `blk.${layer}.`}${names[ours ?? '']}.weight`;
}

const wholeBlocks = (size: number) => Math.ceil(size / blockSize) * blockSize;

/** A matrix [.., n] filled up with zeros to [rows, columns]. */
function filledUp(weight: Float32Array, n: number, rows: number, columns: number): Float32Array {
  if (weight.length === rows * columns) return weight;
  const wide = new Float32Array(rows * columns);
  for (let row = 0; row * n < weight.length; row++)
    wide.set(weight.subarray(row * n, (row + 1) * n), row * columns);
  return wide;
}

/** A linear layer's weight as rows: heads filled up as in our files, then what llama.cpp wants of them. */
function linearRows(
  config: LlamaConfig,
  { name, shape }: ParameterSpec,
  weight: Float32Array,
  precision: BenchPrecision,
): Rows {
  const [k = 1, n = 1] = storedShape(config, name, shape);
  // its blocks of 4 bits do not end inside a row, so a feed-forward layer gets as wide as whole ones
  const rows = wholeBlocks(k);
  const columns = name.includes('.mlp.') ? wholeBlocks(n) : n;
  const stored = filledUp(toStored(config, name, weight), n, rows, columns);
  const wide = storedHeadSize(config);
  // it divides scores by the root of a head's width, which may be filled up
  const factor = name.includes('q_proj') ? Math.sqrt(wide / headSize(config)) : 1;
  const found =
    precision === 'q4'
      ? q4Rows(quantizeQ4(stored, rows, columns), factor)
      : floatRows(
          transposed(stored, rows, columns).map((value) => value * factor),
          rows,
        );
  return /[qk]_proj/.test(name) ? pairedRows(found, wide) : found;
}

/**
 * What rotary angles are divided by. llama.cpp turns all pairs of a head and takes their frequencies from
 * its width; where heads are filled up, those of the model's own width are wanted.
 */
function rotaryFactors(config: LlamaConfig): Float32Array {
  const [size, wide] = [headSize(config), storedHeadSize(config)];
  return Float32Array.from({ length: wide / 2 }, (_, i) =>
    i < size / 2 ? config.ropeTheta ** (2 * i * (1 / size - 1 / wide)) : 1,
  );
}

function llamaMetadata(config: LlamaConfig): Record<string, GgufValue> {
  const uint32 = (value: number): GgufValue => ({ type: 'uint32', value });
  const float32 = (value: number): GgufValue => ({ type: 'float32', value });
  const string = (value: string): GgufValue => ({ type: 'string', value });
  const tokens = Array.from({ length: config.vocabSize }, (_, id) => `<${id}>`);
  return {
    'general.architecture': string('llama'),
    'llama.vocab_size': uint32(config.vocabSize),
    'llama.context_length': uint32(config.contextLength),
    'llama.embedding_length': uint32(config.hiddenSize),
    'llama.block_count': uint32(config.layers),
    'llama.feed_forward_length': uint32(wholeBlocks(config.intermediateSize)),
    'llama.attention.head_count': uint32(config.heads),
    'llama.attention.head_count_kv': uint32(config.kvHeads),
    'llama.attention.key_length': uint32(storedHeadSize(config)),
    'llama.attention.value_length': uint32(storedHeadSize(config)),
    'llama.attention.layer_norm_rms_epsilon': float32(config.normEpsilon),
    'llama.rope.dimension_count': uint32(storedHeadSize(config)),
    'llama.rope.freq_base': float32(config.ropeTheta),
    // Prompts are ids. Where they have to be given as text, '<7><12>' is taken apart into 7 and 12: this kind
    // of vocabulary takes the longest token at each place. And it has no end token unless told, so that
    // nothing ends an answer early.
    'tokenizer.ggml.model': string('rwkv'),
    'tokenizer.ggml.tokens': { type: 'strings', value: tokens },
  };
}

function* llamaTensors(
  config: LlamaConfig,
  parameters: Float32Array,
  precision: BenchPrecision,
): Generator<GgufTensor> {
  const floats = splitParameters(config, parameters);
  if (storedHeadSize(config) !== headSize(config)) {
    const data = rotaryFactors(config);
    yield { name: 'rope_freqs.weight', shape: [data.length], ...floatRows(data, data.length) };
  }
  for (const spec of parameterSpecs(config)) {
    const name = ggufName(spec.name);
    const weight = floats.get(spec.name) as Float32Array;
    if (spec.shape.length === 1) {
      yield { name, shape: spec.shape, ...floatRows(weight, weight.length) };
      continue;
    }
    const embedding = precision === 'q4' ? halfRows : floatRows;
    const rows =
      name === 'token_embd.weight'
        ? embedding(weight, config.hiddenSize)
        : linearRows(config, spec, weight, precision);
    yield { name, shape: [rows.width, rows.count], ...rows };
  }
}

/**
 * A decoder as llama.cpp reads it, of the weights that `writeDecoder` stores: heads filled up as there, 4-bit
 * matrices with the same levels, the embedding of 4-bit files in half precision.
 * @param parameters the flat vector of `parameterSpecs`; errors when its length is wrong
 */
export const llamaGguf = (
  config: LlamaConfig,
  parameters: Float32Array,
  precision: BenchPrecision,
): Uint8Array => writeGguf(llamaMetadata(config), [...llamaTensors(config, parameters, precision)]);

import type { Dim, Model, ValueInfo } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import type { LlamaConfig } from './config.ts';
import { sharedValues, writeBody } from './decoder-body.ts';
import { fullEmbedding, halfEmbedding } from './decoder-embedding.ts';
import { keptPositions, tiedHead, transposed } from './decoder-head.ts';
import { writeMatMul, writeQ4MatMul } from './decoder-linear.ts';
import { splitParameters } from './parameters.ts';
import { storedHeadSize, toStored } from './stored-heads.ts';

export interface DecoderOptions {
  /** 'q4': linear layers in 4 bits (MatMulNBits, blocks of 32), the embedding stored in fp16. */
  quantize?: 'q4';
  /**
   * Whether 'q4' includes the head. By default an untied head is quantized; a tied one is not,
   * since the file holds the embedding anyway and sharing it costs nothing.
   */
  quantizeHead?: boolean;
}

function cacheValues(config: LlamaConfig, prefix: string, length: Dim): ValueInfo[] {
  const shape = ['batch_size', config.kvHeads, length, storedHeadSize(config)];
  return Array.from({ length: config.layers }, (_, layer) =>
    ['key', 'value'].map((part): ValueInfo => {
      return { name: `${prefix}.${layer}.${part}`, dtype: 'float32', shape };
    }),
  ).flat();
}

/**
 * A decoder in the hub's layout, as onnxruntime-genai's model builder writes it and transformers.js
 * reads it (onnxruntime-genai, models/builder.py).
 *
 * Inputs: input_ids int64 [B, S]; attention_mask int64 [B, P + S] (1s first: pad on the right);
 * num_logits_to_keep int64 scalar (0: all positions); past_key_values.N.key and .value
 * float32 [B, KV, P, size]. Outputs: logits float32 [B, kept, V], present.N.key and .value
 * [B, KV, P + S, size], size the stored one (stored-heads.ts). `parameters` is the flat vector of `parameterSpecs`; errors when its
 * length is wrong.
 */
export function decoderModel(
  config: LlamaConfig,
  parameters: Float32Array,
  { quantize, quantizeHead = !config.tiedHead }: DecoderOptions = {},
): Model {
  const { vocabSize, hiddenSize } = config;
  const pieces = splitParameters(config, parameters);
  const parameter = (name: string) => pieces.get(name) as Float32Array;
  const w = new NodeWriter();
  const writeLinear = quantize === 'q4' ? writeQ4MatMul : writeMatMul;
  const weights = parameter('model.embed_tokens.weight');
  const embedding = (quantize === 'q4' ? halfEmbedding : fullEmbedding)(
    w,
    [vocabSize, hiddenSize],
    weights,
  );
  const hidden = writeBody(
    {
      w,
      config,
      parameter,
      shared: sharedValues(w, config),
      linear: (layer) =>
        writeLinear(w, {
          ...layer,
          weight: toStored(config, layer.weight, parameter(layer.weight)),
        }),
    },
    embedding,
  );
  const kept = keptPositions(w, hidden);
  const quantized = quantize === 'q4' && quantizeHead;
  if (config.tiedHead && !quantized) tiedHead(w, kept, embedding);
  else
    (quantized ? writeQ4MatMul : writeMatMul)(w, {
      path: '/lm_head',
      weight: config.tiedHead
        ? transposed(weights, vocabSize, hiddenSize)
        : parameter('lm_head.weight'),
      rows: hiddenSize,
      columns: vocabSize,
      x: kept,
      y: 'logits',
    });
  return {
    irVersion: 10,
    producer: 'incontext-lab',
    opsets: { '': 18, 'com.microsoft': 1 },
    metadata: {},
    graph: {
      name: 'decoder',
      nodes: w.nodes,
      initializers: w.initializers,
      inputs: [
        { name: 'input_ids', dtype: 'int64', shape: ['batch_size', 'sequence_length'] },
        { name: 'attention_mask', dtype: 'int64', shape: ['batch_size', 'total_sequence_length'] },
        { name: 'num_logits_to_keep', dtype: 'int64', shape: [] },
        ...cacheValues(config, 'past_key_values', 'past_sequence_length'),
      ],
      outputs: [
        { name: 'logits', dtype: 'float32', shape: ['batch_size', 'num_logits', vocabSize] },
        ...cacheValues(config, 'present', 'total_sequence_length'),
      ],
      values: [],
    },
  };
}

/** The bytes of `decoderModel`'s .onnx file. */
export const writeDecoder = (
  config: LlamaConfig,
  parameters: Float32Array,
  options: DecoderOptions = {},
): Uint8Array => writeModel(decoderModel(config, parameters, options));

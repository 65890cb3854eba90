import type { Precision } from '../../../src/domain/model.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { storedHeadSize } from '../../../src/onnx/llama/stored-heads.ts';

/** What config.json needs besides the decoder's shape. */
export interface HubIdentity {
  readonly beginOfText: number;
  readonly endOfText: number;
  readonly padding: number;
}

/**
 * config.json as Hugging Face writes it for LlamaForCausalLM, with the hints that transformers.js
 * reads: which precision to load unless asked otherwise, and one file per graph (no external data).
 */
export function hubConfig(
  config: LlamaConfig,
  ids: HubIdentity,
  precision: Precision = 'fp32',
): Record<string, unknown> {
  return {
    architectures: ['LlamaForCausalLM'],
    model_type: 'llama',
    vocab_size: config.vocabSize,
    hidden_size: config.hiddenSize,
    intermediate_size: config.intermediateSize,
    num_hidden_layers: config.layers,
    num_attention_heads: config.heads,
    num_key_value_heads: config.kvHeads,
    // of the caches; the runtime of a decoder whose heads are filled up knows no other
    head_dim: storedHeadSize(config),
    hidden_act: 'silu',
    max_position_embeddings: config.contextLength,
    rms_norm_eps: config.normEpsilon,
    rope_theta: config.ropeTheta,
    rope_scaling: null,
    attention_bias: false,
    mlp_bias: false,
    tie_word_embeddings: config.tiedHead,
    use_cache: true,
    torch_dtype: 'float32',
    ...tokenIds(ids),
    'transformers.js_config': { dtype: precision, use_external_data_format: false },
  };
}

/** generation_config.json: greedy, as a base model is best looked at first. */
export const hubGenerationConfig = (ids: HubIdentity): Record<string, unknown> => ({
  do_sample: false,
  ...tokenIds(ids),
});

const tokenIds = ({ beginOfText, endOfText, padding }: HubIdentity) => ({
  bos_token_id: beginOfText,
  eos_token_id: endOfText,
  pad_token_id: padding,
});

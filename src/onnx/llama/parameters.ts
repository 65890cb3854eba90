import { flatLength, splitFlat, type ParameterSpec } from '../graph/flat.ts';
import { checkConfig, headSize, type LlamaConfig } from './config.ts';
import { gaussian } from './gaussian.ts';

const layerSpecs = (config: LlamaConfig, layer: number): ParameterSpec[] => {
  const { hiddenSize: d, intermediateSize: f } = config;
  const kv = config.kvHeads * headSize(config);
  const at = (name: string, ...shape: number[]): ParameterSpec => ({
    name: `model.layers.${layer}.${name}.weight`,
    shape,
  });
  return [
    at('input_layernorm', d),
    at('self_attn.q_proj', d, d),
    at('self_attn.k_proj', d, kv),
    at('self_attn.v_proj', d, kv),
    at('self_attn.o_proj', d, d),
    at('post_attention_layernorm', d),
    at('mlp.gate_proj', d, f),
    at('mlp.up_proj', d, f),
    at('mlp.down_proj', f, d),
  ];
};

/**
 * All parameters in the order in which the flat vector holds them: embedding, layers, final norm
 * and, unless tied, the head. Names are Hugging Face's for LlamaForCausalLM.
 */
export function parameterSpecs(config: LlamaConfig): ParameterSpec[] {
  checkConfig(config);
  const { vocabSize, hiddenSize, layers, tiedHead } = config;
  return [
    { name: 'model.embed_tokens.weight', shape: [vocabSize, hiddenSize] },
    ...Array.from({ length: layers }, (_, layer) => layerSpecs(config, layer)).flat(),
    { name: 'model.norm.weight', shape: [hiddenSize] },
    ...(tiedHead ? [] : [{ name: 'lm_head.weight', shape: [hiddenSize, vocabSize] }]),
  ];
}

/** Length of the flat parameter vector. */
export const parameterCount = (config: LlamaConfig): number => flatLength(parameterSpecs(config));

/** Views (not copies) of the flat vector by parameter name. Errors when the length is wrong. */
export const splitParameters = (
  config: LlamaConfig,
  parameters: Float32Array,
): Map<string, Float32Array> => splitFlat(parameterSpecs(config), parameters);

/**
 * Fresh parameters as one flat vector: norms 1, matrices normal with deviation 0.02; the two
 * projections that write into the residual stream are scaled by 1 / sqrt(2 layers) (GPT-2's rule).
 * The same seed gives the same floats.
 */
export function initialParameters(config: LlamaConfig, seed: number): Float32Array {
  const flat = new Float32Array(parameterCount(config));
  const views = splitParameters(config, flat);
  const next = gaussian(seed);
  for (const { name, shape } of parameterSpecs(config)) {
    const view = views.get(name) as Float32Array;
    if (shape.length === 1) view.fill(1);
    else {
      const residual = /(o_proj|down_proj)/.test(name) ? 1 / Math.sqrt(2 * config.layers) : 1;
      for (let i = 0; i < view.length; i++) view[i] = next() * 0.02 * residual;
    }
  }
  return flat;
}

import { int } from '../model/attributes.ts';
import { causalAttention } from '../composites/attention.ts';
import { rmsNorm } from '../composites/rms-norm.ts';
import { rotary } from '../composites/rotary.ts';
import { silu } from '../composites/silu.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import { headSize, type LlamaConfig } from './config.ts';
import { parameterSpecs, sizeOf, type ParameterSpec } from './parameters.ts';

/** Parameter tensors by hub name, cut from one flat vector [n]. */
export function cutParameters(
  g: GraphBuilder,
  config: LlamaConfig,
  flat: Value,
): ReadonlyMap<string, Value> {
  let end = 0;
  // Slices, not one Split: WebGPU kernels may bind no more than some ten buffers.
  const cut = (spec: ParameterSpec): [string, Value] => {
    const start = end;
    end += sizeOf(spec);
    return [spec.name, g.reshape(g.slice(flat, 0, start, end), spec.shape)];
  };
  return new Map(parameterSpecs(config).map(cut));
}

/** What one decoder layer needs to know beside its weights. */
interface LayerContext {
  g: GraphBuilder;
  config: LlamaConfig;
  batch: number;
  length: number;
  bias: Value | undefined;
  weight(name: string): Value;
}

function selfAttention(context: LayerContext, x: Value): Value {
  const { g, config, batch, length, bias, weight } = context;
  const size = headSize(config);
  const heads = (projection: string, count: number) =>
    g.transpose(
      g.reshape(g.matmul(x, weight(`self_attn.${projection}`)), [batch, length, count, size]),
      [0, 2, 1, 3],
    );
  const q = rotary(g, heads('q_proj', config.heads), config.ropeTheta);
  const k = rotary(g, heads('k_proj', config.kvHeads), config.ropeTheta);
  const v = heads('v_proj', config.kvHeads);
  const attended = causalAttention(g, q, k, v, { scale: 1 / Math.sqrt(size), bias });
  const joined = g.reshape(g.transpose(attended, [0, 2, 1, 3]), [
    batch * length,
    config.hiddenSize,
  ]);
  return g.matmul(joined, weight('self_attn.o_proj'));
}

function feedForward({ g, weight }: LayerContext, x: Value): Value {
  const gate = silu(g, g.matmul(x, weight('mlp.gate_proj')));
  return g.matmul(g.mul(gate, g.matmul(x, weight('mlp.up_proj'))), weight('mlp.down_proj'));
}

export interface ForwardOptions {
  /** Added to attention scores, [B, 1, T, T]; hides other documents of a packed row. */
  attentionBias?: Value | undefined;
}

/**
 * The decoder over whole rows: ids int64 [B, T] -> logits [B T, V]. Position t sees positions
 * 0 .. t, so rows that are shorter are padded on the right.
 */
export function llamaForward(
  g: GraphBuilder,
  config: LlamaConfig,
  parameters: ReadonlyMap<string, Value>,
  ids: Value,
  { attentionBias }: ForwardOptions = {},
): Value {
  const [batch, length] = ids.shape as [number, number];
  const parameter = (name: string): Value => {
    const value = parameters.get(`${name}.weight`);
    if (!value) throw new Error(`parameter ${name}.weight is missing`);
    return value;
  };
  const embedding = parameter('model.embed_tokens');
  let x = g.reshape(g.op('Gather', [embedding, ids], { axis: int(0) }), [
    batch * length,
    config.hiddenSize,
  ]);
  for (let layer = 0; layer < config.layers; layer++) {
    const weight = (name: string) => parameter(`model.layers.${layer}.${name}`);
    const context = { g, config, batch, length, bias: attentionBias, weight };
    const normed = (name: string) => rmsNorm(g, x, weight(name), config.normEpsilon);
    x = g.add(x, selfAttention(context, normed('input_layernorm')));
    x = g.add(x, feedForward(context, normed('post_attention_layernorm')));
  }
  x = rmsNorm(g, x, parameter('model.norm'), config.normEpsilon);
  return config.tiedHead ? g.gemm(x, embedding, false, true) : g.matmul(x, parameter('lm_head'));
}

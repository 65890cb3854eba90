import { int } from '../model/attributes.ts';
import { causalAttention } from '../composites/attention.ts';
import { rmsNorm } from '../composites/rms-norm.ts';
import { rotary } from '../composites/rotary.ts';
import { silu } from '../composites/silu.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import type { LinearHook } from '../importing/hooks.ts';
import { cutFlat } from '../graph/flat.ts';
import { headSize, type LlamaConfig } from './config.ts';
import { parameterSpecs } from './parameters.ts';

/** Parameter tensors by hub name, cut from one flat vector [n]. */
export const cutParameters = (
  g: GraphBuilder,
  config: LlamaConfig,
  flat: Value,
): ReadonlyMap<string, Value> => cutFlat(g, flat, parameterSpecs(config));

/** What one decoder layer needs to know. */
interface LayerContext {
  g: GraphBuilder;
  config: LlamaConfig;
  batch: number;
  length: number;
  bias: Value | undefined;
  /** x times the weight of that name, and what stands beside it. */
  linear(name: string, x: Value): Value;
}

function selfAttention(context: LayerContext, x: Value): Value {
  const { g, config, batch, length, bias, linear } = context;
  const size = headSize(config);
  const heads = (projection: string, count: number) =>
    g.transpose(
      g.reshape(linear(`self_attn.${projection}`, x), [batch, length, count, size]),
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
  return linear('self_attn.o_proj', joined);
}

function feedForward({ g, linear }: LayerContext, x: Value): Value {
  const gate = silu(g, linear('mlp.gate_proj', x));
  return linear('mlp.down_proj', g.mul(gate, linear('mlp.up_proj', x)));
}

export interface ForwardOptions {
  /** Added to attention scores, [B, 1, T, T]; hides other documents of a packed row. */
  attentionBias?: Value | undefined;
  /** What stands beside the layers' projections. */
  linear?: LinearHook | undefined;
}

const parameterOf = (parameters: ReadonlyMap<string, Value>, name: string): Value => {
  const value = parameters.get(`${name}.weight`);
  if (!value) throw new Error(`parameter ${name}.weight is missing`);
  return value;
};

/**
 * The decoder up to its last norm: ids int64 [B, T] -> [B T, d]. Position t sees positions 0 .. t, so
 * rows that are shorter are padded on the right.
 */
export function llamaHidden(
  g: GraphBuilder,
  config: LlamaConfig,
  parameters: ReadonlyMap<string, Value>,
  ids: Value,
  { attentionBias, linear: hook }: ForwardOptions = {},
): Value {
  const [batch, length] = ids.shape as [number, number];
  const parameter = (name: string): Value => parameterOf(parameters, name);
  const embedding = parameter('model.embed_tokens');
  let x = g.reshape(g.op('Gather', [embedding, ids], { axis: int(0) }), [
    batch * length,
    config.hiddenSize,
  ]);
  for (let layer = 0; layer < config.layers; layer++) {
    const at = (name: string) => `model.layers.${layer}.${name}`;
    const weight = (name: string) => parameter(at(name));
    const linear = (name: string, x: Value) => {
      const matrix = weight(name);
      const y = g.matmul(x, matrix);
      const [rows, columns] = matrix.shape as [number, number];
      return hook ? hook(g, { name: at(name), rows, columns }, x, y) : y;
    };
    const context = { g, config, batch, length, bias: attentionBias, linear };
    const normed = (name: string) => rmsNorm(g, x, weight(name), config.normEpsilon);
    x = g.add(x, selfAttention(context, normed('input_layernorm')));
    x = g.add(x, feedForward(context, normed('post_attention_layernorm')));
  }
  return rmsNorm(g, x, parameter('model.norm'), config.normEpsilon);
}

/** The decoder's head: rows [R, d] of what `llamaHidden` gives -> logits [R, V]. */
export function llamaHead(
  g: GraphBuilder,
  config: LlamaConfig,
  parameters: ReadonlyMap<string, Value>,
  x: Value,
): Value {
  return config.tiedHead
    ? g.gemm(x, parameterOf(parameters, 'model.embed_tokens'), false, true)
    : g.matmul(x, parameterOf(parameters, 'lm_head'));
}

/** The decoder over whole rows: ids int64 [B, T] -> logits [B T, V]; see `llamaHidden`. */
export const llamaForward = (
  g: GraphBuilder,
  config: LlamaConfig,
  parameters: ReadonlyMap<string, Value>,
  ids: Value,
  options: ForwardOptions = {},
): Value => llamaHead(g, config, parameters, llamaHidden(g, config, parameters, ids, options));

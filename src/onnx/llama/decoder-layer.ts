import { float, int } from '../model/attributes.ts';
import { floatTensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import { headSize, type LlamaConfig } from './config.ts';
import type { Linear } from './decoder-linear.ts';
import { storedHeadSize } from './stored-heads.ts';

/** Names of the values that every layer's attention reads. */
export interface SharedValues {
  seqlensK: string;
  totalLength: string;
  cosCache: string;
  sinCache: string;
}

/** What writes the layers: where, from which parameters, and how a linear layer is stored. */
export interface LayerWriter {
  w: NodeWriter;
  config: LlamaConfig;
  shared: SharedValues;
  parameter(name: string): Float32Array;
  /** Writes a linear layer whose weight is the parameter called `weight`. */
  linear(layer: Omit<Linear, 'weight'> & { weight: string }): string;
}

/** The residual stream before an addition: `sum` plus `update`. */
export interface Residual {
  sum: string;
  update: string;
}

/** 'model.layers.0.input_layernorm' -> '/model/layers.0/input_layernorm' */
const pathOf = (module: string) =>
  module.replace('model.', '/model/').replace(/\.([a-z_]+)$/, '/$1');

const normWeight = ({ w, config, parameter }: LayerWriter, module: string): string =>
  w.constant(`${module}.weight`, floatTensor([config.hiddenSize], parameter(`${module}.weight`)));

/** RMSNorm of x [B, S, d]; `module` is the norm's name on the hub. */
export const firstNorm = (writer: LayerWriter, module: string, x: string): string =>
  writer.w.node(
    `${pathOf(module)}/LayerNorm`,
    'SimplifiedLayerNormalization',
    [x, normWeight(writer, module)],
    { axis: int(-1), epsilon: float(writer.config.normEpsilon), stash_type: int(1) },
  );

/** Adds the update to the stream and normalizes the new stream, both in one kernel. */
export function skipNorm(
  writer: LayerWriter,
  module: string,
  { sum, update }: Residual,
): { normed: string; sum: string } {
  const path = `${pathOf(module)}/SkipLayerNorm`;
  const next = `${path}/output_3`;
  const normed = writer.w.node(
    path,
    'com.microsoft.SkipSimplifiedLayerNormalization',
    [sum, update, normWeight(writer, module)],
    { epsilon: float(writer.config.normEpsilon) },
    [`${path}/output_0`, '', '', next],
  );
  return { normed, sum: next };
}

/** Attention of one layer on its normed input [B, S, d] -> [B, S, d]. */
export function attentionLayer(writer: LayerWriter, layer: number, x: string): string {
  const { w, config, shared, linear } = writer;
  const { hiddenSize: d, heads, kvHeads } = config;
  const size = storedHeadSize(config);
  const path = `/model/layers.${layer}/attn`;
  const project = (name: string, from: string, rows: number, columns: number) =>
    linear({
      path: `${path}/${name}`,
      weight: `model.layers.${layer}.self_attn.${name}.weight`,
      x: from,
      rows,
      columns,
    });
  const q = project('q_proj', x, d, heads * size);
  const k = project('k_proj', x, d, kvHeads * size);
  const v = project('v_proj', x, d, kvHeads * size);
  const past = ['key', 'value'].map((part) => `past_key_values.${layer}.${part}`);
  const present = ['key', 'value'].map((part) => `present.${layer}.${part}`);
  const { seqlensK, totalLength, cosCache, sinCache } = shared;
  const attended = w.node(
    `${path}/GroupQueryAttention`,
    'com.microsoft.GroupQueryAttention',
    [q, k, v, ...past, seqlensK, totalLength, cosCache, sinCache],
    {
      num_heads: int(heads),
      kv_num_heads: int(kvHeads),
      // by the model's own head size, whatever files store
      scale: float(1 / Math.sqrt(headSize(config))),
      local_window_size: int(-1),
      do_rotary: int(1),
      rotary_interleaved: int(0),
    },
    [`${path}/GroupQueryAttention/output_0`, ...present],
  );
  return project('o_proj', attended, heads * size, d);
}

/** SwiGLU feed-forward of one layer on its normed input [B, S, d] -> [B, S, d]. */
export function feedForwardLayer(writer: LayerWriter, layer: number, x: string): string {
  const { w, config, linear } = writer;
  const { hiddenSize: d, intermediateSize: f } = config;
  const path = `/model/layers.${layer}/mlp`;
  const project = (name: string, from: string, rows: number, columns: number) =>
    linear({
      path: `${path}/${name}`,
      weight: `model.layers.${layer}.mlp.${name}.weight`,
      x: from,
      rows,
      columns,
    });
  const gate = project('gate_proj', x, d, f);
  const up = project('up_proj', x, d, f);
  const sigmoid = w.node(`${path}/act_fn/Sigmoid`, 'Sigmoid', [gate]);
  const activated = w.node(`${path}/act_fn/Mul`, 'Mul', [gate, sigmoid]);
  const gated = w.node(`${path}/Mul`, 'Mul', [activated, up]);
  return project('down_proj', gated, f, d);
}

import { int } from '../model/attributes.ts';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import type { LlamaConfig } from './config.ts';
import {
  attentionLayer,
  feedForwardLayer,
  firstNorm,
  skipNorm,
  type LayerWriter,
  type SharedValues,
} from './decoder-layer.ts';
import { storedHeadSize, storedRotaryTables } from './stored-heads.ts';

/** GroupQueryAttention's lengths from the mask: each row's last position, and the cache's length. */
function attentionLengths(w: NodeWriter): Pick<SharedValues, 'seqlensK' | 'totalLength'> {
  const path = '/model/attn_mask_reformat';
  const one = w.constant('one', int64Tensor([1], [1]));
  const axis = w.constant('axis_1', int64Tensor([], [1]));
  const count = w.node(`${path}/ReduceSum`, 'ReduceSum', ['attention_mask', one]);
  const last = w.node(`${path}/Sub`, 'Sub', [count, one]);
  const seqlensK = w.node(`${path}/Cast`, 'Cast', [last], { to: int(6) });
  const shape = w.node(`${path}/Shape`, 'Shape', ['attention_mask']);
  const total = w.node(`${path}/Gather`, 'Gather', [shape, axis], { axis: int(0) });
  return {
    seqlensK,
    totalLength: w.node(`${path}/total/Cast`, 'Cast', [total], { to: int(6) }),
  };
}

/** What all layers' attention shares: lengths, and rotary tables for the whole context. */
export function sharedValues(w: NodeWriter, config: LlamaConfig): SharedValues {
  const { cos, sin } = storedRotaryTables(config);
  const shape = [config.contextLength, storedHeadSize(config) / 2];
  return {
    ...attentionLengths(w),
    cosCache: w.constant('cos_cache', floatTensor(shape, cos)),
    sinCache: w.constant('sin_cache', floatTensor(shape, sin)),
  };
}

/** Embedding and all layers: input_ids -> normed hidden states [B, S, d]. */
export function writeBody(writer: LayerWriter, embedding: string): string {
  const { layers } = writer.config;
  const module = (layer: number, norm: string) => `model.layers.${layer}.${norm}`;
  let sum = writer.w.node('/model/embed_tokens/Gather', 'Gather', [embedding, 'input_ids'], {
    axis: int(0),
  });
  let normed = firstNorm(writer, module(0, 'input_layernorm'), sum);
  for (let layer = 0; layer < layers; layer++) {
    const attended = attentionLayer(writer, layer, normed);
    const between = module(layer, 'post_attention_layernorm');
    ({ normed, sum } = skipNorm(writer, between, { sum, update: attended }));
    const update = feedForwardLayer(writer, layer, normed);
    const after = layer + 1 < layers ? module(layer + 1, 'input_layernorm') : 'model.norm';
    ({ normed, sum } = skipNorm(writer, after, { sum, update }));
  }
  return normed;
}

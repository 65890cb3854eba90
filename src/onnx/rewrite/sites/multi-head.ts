import { floatOf, intOf } from '../../model/attributes.ts';
import type { Graph, Node } from '../../model/types.ts';
import { NoMatch, type AttentionSite } from './attention-site.ts';
import { cacheInput } from './cache-input.ts';

/**
 * One MultiHeadAttention node as a site (onnxruntime, docs/ContribOperators.md). Its attention bias is
 * taken for the causal mask: one of another kind shows in the self-test.
 * @throws NoMatch where it uses something that no rewrite knows
 */
export function multiHeadSite(graph: Graph, node: Node): AttentionSite {
  const { name, inputs, outputs, attributes } = node;
  const [q = '', k = '', v = '', bias = '', padding = '', mask = '', pastKey = '', pastValue = ''] =
    inputs;
  const [output = '', presentKey = '', presentValue = ''] = outputs;
  if (bias) throw new NoMatch(`${name} adds a bias to what it reads`);
  if (padding) throw new NoMatch(`${name} has a padding mask`);
  if (!k || !v) throw new NoMatch(`${name} has packed inputs`);
  if (!mask && intOf(attributes, 'unidirectional', 0) === 0)
    throw new NoMatch(`${name} looks at tokens to come`);
  const { layer, dtype, headSize } = cacheInput(graph, name, pastKey);
  const heads = intOf(attributes, 'num_heads', 0);
  return {
    name,
    layer,
    dtype,
    heads,
    kvHeads: heads,
    headSize,
    // 0 is the operator's way to say 1 / sqrt(size)
    scale: floatOf(attributes, 'scale', 0) || headSize ** -0.5,
    softcap: 0,
    window: Infinity,
    rotary: undefined,
    parted: false,
    q,
    k,
    v,
    past: [pastKey, pastValue],
    present: [presentKey, presentValue],
    output,
  };
}

import { floatOf, intOf } from '../../model/attributes.ts';
import type { Graph, Node } from '../../model/types.ts';
import { NoMatch, type AttentionSite, type SiteRotary } from './attention-site.ts';
import { cacheInput } from './cache-input.ts';

/** Optional inputs of GroupQueryAttention that no rewrite knows, by place. */
const unknownInputs = { 10: 'an attention bias', 11: 'attention sinks', 12: 'quantized caches' };

function checkKnown({ name, inputs, attributes }: Node): void {
  for (const [place, what] of Object.entries(unknownInputs))
    if (inputs[Number(place)]) throw new NoMatch(`${name} has ${what}`);
  for (const flag of ['smooth_softmax', 'qk_output'])
    if (intOf(attributes, flag, 0) !== 0) throw new NoMatch(`${name} sets ${flag}`);
}

function rotaryOf(graph: Graph, { name, inputs, attributes }: Node): SiteRotary | undefined {
  if (intOf(attributes, 'do_rotary', 0) === 0) return undefined;
  const [cos = '', sin = ''] = inputs.slice(7, 9);
  const half = graph.initializers.get(cos)?.dims[1];
  if (half === undefined) throw new NoMatch(`the rotary table of ${name} is not in the file`);
  return { cos, sin, interleaved: intOf(attributes, 'rotary_interleaved', 0), width: 2 * half };
}

/**
 * One GroupQueryAttention node as a site (onnxruntime, docs/ContribOperators.md).
 * @throws NoMatch where it uses something that no rewrite knows
 */
export function groupQuerySite(graph: Graph, node: Node): AttentionSite {
  checkKnown(node);
  const { name, inputs, outputs, attributes } = node;
  const [q = '', k = '', v = '', pastKey = '', pastValue = ''] = inputs;
  const [output = '', presentKey = '', presentValue = ''] = outputs;
  const { layer, dtype, headSize } = cacheInput(graph, name, pastKey);
  const window = intOf(attributes, 'local_window_size', -1);
  return {
    name,
    layer,
    dtype,
    heads: intOf(attributes, 'num_heads', 0),
    kvHeads: intOf(attributes, 'kv_num_heads', 0),
    headSize,
    // 0 is the operator's way to say 1 / sqrt(size)
    scale: floatOf(attributes, 'scale', 0) || headSize ** -0.5,
    softcap: floatOf(attributes, 'softcap', 0),
    window: window < 0 ? Infinity : window,
    rotary: rotaryOf(graph, node),
    parted: false,
    q,
    k,
    v,
    past: [pastKey, pastValue],
    present: [presentKey, presentValue],
    output,
  };
}

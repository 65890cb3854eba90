import { float, int } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/**
 * RMSNorm of the last axis, x / rms(x) * weight (arXiv 1910.07467), by the runtime's kernel.
 * x [..., d], weight [d] -> [..., d].
 */
export function rmsNorm(g: GraphBuilder, x: Value, weight: Value, epsilon: number): Value {
  const attributes = { axis: int(-1), epsilon: float(epsilon), stash_type: int(1) };
  return g.op('SimplifiedLayerNormalization', [x, weight], attributes);
}

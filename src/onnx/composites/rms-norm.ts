import { float, int } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';

/**
 * RMSNorm of the last axis, x / rms(x) * weight (arXiv 1910.07467), by the runtime's fused kernel.
 * x [M, d], weight [d] -> [M, d].
 */
export function rmsNorm(g: GraphBuilder, x: Value, weight: Value, epsilon: number): Value {
  const [normed] = g.region([x, weight], () => {
    const [y, inverse] = g.callAll(
      'SimplifiedLayerNormalization',
      [x, weight],
      { axis: int(-1), epsilon: float(epsilon), stash_type: int(1) },
      2,
    ) as [Value, Value];
    // With u = x / rms and s = dy * weight: dx = (s - u mean(s u)) / rms, dweight = sum(dy u).
    const vjp = ([dy]: readonly (Value | undefined)[]) => {
      if (!dy) return [];
      const unit = g.mul(x, inverse);
      const scaled = g.mul(dy, weight);
      const projection = g.mean(g.mul(scaled, unit), [-1], true);
      const dx = g.mul(g.sub(scaled, g.mul(unit, projection)), inverse);
      const rows = x.shape.slice(0, -1).map((_, i) => i);
      const dweight = g.reshape(g.sum(g.mul(dy, unit), rows), [dimOf(x.shape, -1)]);
      return [dx, dweight];
    };
    return { outputs: [y], vjp };
  });
  return normed as Value;
}

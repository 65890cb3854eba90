import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/**
 * SiLU, x sigmoid(x) (arXiv 1702.03118), of any shape.
 * @param given sigmoid(x) where the graph has it already
 */
export function silu(g: GraphBuilder, x: Value, given?: Value): Value {
  const [activated] = g.region([x], () => {
    const gate = given ?? g.op('Sigmoid', [x]);
    const y = g.mul(x, gate);
    // y' = gate + y (1 - gate) = y + gate (1 - y)
    const vjp = ([dy]: readonly (Value | undefined)[]) => [
      dy && g.mul(dy, g.add(y, g.mul(gate, g.sub(g.scalar(1), y)))),
    ];
    return { outputs: [y], vjp };
  });
  return activated as Value;
}

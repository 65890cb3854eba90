import { int } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/** The smallest probability that a logarithm is taken of: log gives -85, not -infinity. */
const tiny = 1e-37;

/**
 * Log-probability of one token per row: logits [M, V], labels int64 [M, 1] -> [M, 1].
 * Gradient: (onehot(label) - softmax(logits)) times the incoming one.
 */
export function tokenLogProb(g: GraphBuilder, logits: Value, labels: Value): Value {
  const [logProb] = g.region([logits], () => {
    const probabilities = g.softmax(logits);
    const chosen = g.op('GatherElements', [probabilities, labels], { axis: int(1) });
    const y = g.op('Log', [g.op('Max', [chosen, g.scalar(tiny)])]);
    // One label per row, so no place is written twice.
    const vjp = ([dy]: readonly (Value | undefined)[]) => [
      dy &&
        g.op('ScatterElements', [g.mul(probabilities, g.neg(dy)), labels, dy], {
          axis: int(1),
          reduction: { kind: 'string', value: 'add' },
        }),
    ];
    return { outputs: [y], vjp };
  });
  return logProb as Value;
}

/** log sigmoid(x) without overflow for any x; gradient sigmoid(-x). */
export function logSigmoid(g: GraphBuilder, x: Value): Value {
  const [y] = g.region([x], () => ({
    outputs: [g.neg(g.op('Softplus', [g.neg(x)]))],
    vjp: ([dy]) => [dy && g.mul(dy, g.op('Sigmoid', [g.neg(x)]))],
  }));
  return y as Value;
}

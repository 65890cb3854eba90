import { int } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/** Keeps a zero gradient from dividing by zero, as torch.nn.utils.clip_grad_norm_ does. */
const guard = 1e-6;

/**
 * Global norm of a gradient vector and the factor min(1, maxNorm / norm) that clips it
 * (arXiv 1211.5063). Both are scalars; with maxNorm 0 or infinite the factor is left out.
 */
export function clipByNorm(
  g: GraphBuilder,
  gradient: Value,
  maxNorm: number,
): { norm: Value; factor?: Value } {
  const squares = g.op('ReduceSumSquare', [gradient, g.integerVector([0])], { keepdims: int(0) });
  const norm = g.op('Sqrt', [squares]);
  if (!(maxNorm > 0 && Number.isFinite(maxNorm))) return { norm };
  const wished = g.div(g.scalar(maxNorm), g.add(norm, g.scalar(guard)));
  return { norm, factor: g.op('Min', [g.scalar(1), wished]) };
}

import type { GraphBuilder } from '../graph/builder.ts';
import { sizeOf, type ParameterSpec } from '../graph/flat.ts';
import type { Value } from '../graph/value.ts';

/**
 * 1 for every element of a matrix, 0 for every element of a vector (norms, biases), which weight
 * decay spares.
 */
export function decayMask(g: GraphBuilder, specs: readonly ParameterSpec[]): Value {
  const runs: { value: number; length: number }[] = [];
  for (const spec of specs) {
    const value = spec.shape.length > 1 ? 1 : 0;
    const last = runs.at(-1);
    if (last?.value === value) last.length += sizeOf(spec);
    else runs.push({ value, length: sizeOf(spec) });
  }
  return g.concat(
    runs.map(({ value, length }) => g.filled([length], value)),
    0,
  );
}

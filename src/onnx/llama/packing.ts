import { hidden } from '../composites/attention.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/**
 * Declares the input `segments` int64 [B, T] and returns the attention bias [B, 1, T, T] that
 * hides tokens of other segments, so that several documents share a row without seeing each
 * other. Rotary positions are relative and need no restart.
 */
export function packingBias(g: GraphBuilder, batch: number, length: number): Value {
  const segments = g.cast(g.input('segments', 'int64', [batch, length]), 'float32');
  const rows = g.reshape(segments, [batch, 1, length, 1]);
  const columns = g.reshape(segments, [batch, 1, 1, length]);
  return g.where(g.op('Equal', [rows, columns]), g.scalar(0), g.scalar(hidden));
}

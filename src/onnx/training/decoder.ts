import type { Hooks } from '../adapters/site.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/**
 * A decoder that can be differentiated, in two parts, so that logits are worked out only where they
 * are learnt, a few rows at a time.
 */
export interface TrainingDecoder {
  /** ids int64 [B, T] -> what the head reads [B T, d]; position t sees positions 0 .. t. */
  hidden(g: GraphBuilder, ids: Value, hooks: Hooks): Value;
  /** Some rows of that [R, d] -> logits float32 [R, V]. */
  head(g: GraphBuilder, rows: Value, hooks: Hooks): Value;
}

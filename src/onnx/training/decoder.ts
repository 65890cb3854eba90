import type { Hooks } from '../importing/hooks.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/**
 * A decoder in a graph, in two parts, so that logits are worked out only where they are learnt, a few
 * rows at a time.
 */
export interface DecoderInGraph {
  /** What the head reads, float32 [B T, d]; position t of a row sees its positions 0 .. t. */
  readonly hidden: Value;
  /** Some rows of that [R, d] -> logits float32 [R, V]. */
  head(rows: Value): Value;
}

/** A decoder that can be differentiated: puts itself into a graph, for ids int64 [B, T]. */
export type TrainingDecoder = (g: GraphBuilder, ids: Value, hooks: Hooks) => DecoderInGraph;

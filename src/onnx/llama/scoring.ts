import { writeModel } from '../model/write.ts';
import { tokenLogProb } from '../composites/log-prob.ts';
import { toModel } from '../graph/finish.ts';
import { createGraph } from '../ops/registry.ts';
import type { LlamaConfig } from './config.ts';
import { cutParameters, llamaForward } from './forward.ts';
import { packingBias } from './packing.ts';
import { parameterCount } from './parameters.ts';
import type { BatchShape, BuiltGraph } from './training.ts';

/**
 * Teacher-forced scoring.
 *
 * Inputs: ids int64 [B, T]; labels int64 [B T, 1]; segments int64 [B, T] when packed; parameters
 * float32 [n]. Output: logProbs float32 [B T], the log-probability (in nats) of each label after
 * the tokens up to and including its position's.
 */
export function buildScoring(config: LlamaConfig, options: BatchShape): BuiltGraph {
  const { batch, length, packed = false } = options;
  const n = parameterCount(config);
  const g = createGraph();
  const ids = g.input('ids', 'int64', [batch, length]);
  const labels = g.input('labels', 'int64', [batch * length, 1]);
  const attentionBias = packed ? packingBias(g, batch, length) : undefined;
  const pieces = cutParameters(g, config, g.input('parameters', 'float32', [n]));
  const logits = llamaForward(g, config, pieces, ids, { attentionBias });
  g.output('logProbs', g.reshape(tokenLogProb(g, logits, labels), [batch * length]));
  return { bytes: writeModel(toModel(g)), parameterCount: n };
}

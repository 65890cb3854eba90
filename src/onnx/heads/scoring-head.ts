import { int } from '../model/attributes.ts';
import { dtypeCode } from '../model/dtypes.ts';
import type { Dim, Model, ValueInfo } from '../model/types.ts';
import { HeadWriter } from './head-writer.ts';

const value = (name: string, dtype: ValueInfo['dtype'], ...shape: Dim[]): ValueInfo => ({
  name,
  dtype,
  shape,
});

/**
 * What each of many distributions says of one token, as a graph of its own: logits stay where they are,
 * a few numbers each come back.
 *
 * Inputs: logits float32 or float16 [B, S, V]; targets int64 [B S, 1]; top_count int64 [1].
 * Outputs, float32 [B S, 1] unless told: target_logits; log_sum, so that target_logits - log_sum is
 * the natural log-probability; ranks, how many tokens are more probable; entropies in nats; top_logits
 * and top_ids (int64) [B S, top_count], the most probable first.
 */
export function scoringHead(vocabularySize: number, dtype: 'float32' | 'float16'): Model {
  const head = new HeadWriter('scoring');
  const flat = head.node('rows', 'Reshape', ['logits', head.vector(-1, vocabularySize)]);
  const x =
    dtype === 'float32'
      ? flat
      : head.node('Cast', 'Cast', [flat], { to: int(dtypeCode('float32')) });
  const target = head.picked('target', x, 'targets', ['target_logits']);
  const logSum = head.logSum(x, 'log_sum');

  const above = head.node('rank/Greater', 'Greater', [x, target]);
  const counted = head.node('rank/Cast', 'Cast', [above], { to: int(dtypeCode('float32')) });
  head.sum('rank/sum', counted, 1, true, ['ranks']);

  // entropy = log_sum - sum p x
  const logits = head.node('entropy/below', 'Sub', [x, logSum]);
  const p = head.node('entropy/Exp', 'Exp', [logits]);
  const weighted = head.node('entropy/Mul', 'Mul', [p, logits]);
  head.node('entropy/Neg', 'Neg', [head.sum('entropy/sum', weighted, 1, true)], {}, ['entropies']);

  const attributes = { axis: int(1), largest: int(1), sorted: int(1) };
  head.node('TopK', 'TopK', [x, 'top_count'], attributes, ['top_logits', 'top_ids']);
  const { nodes, initializers } = head.w;
  return {
    irVersion: 10,
    producer: 'incontext-lab',
    opsets: { '': 18 },
    metadata: {},
    graph: {
      name: 'scoring',
      nodes,
      initializers,
      inputs: [
        value('logits', dtype, 'texts', 'positions', vocabularySize),
        value('targets', 'int64', 'rows', 1),
        value('top_count', 'int64', 1),
      ],
      outputs: [
        ...['target_logits', 'log_sum', 'ranks', 'entropies'].map((name) =>
          value(name, 'float32', 'rows', 1),
        ),
        value('top_logits', 'float32', 'rows', 'top'),
        value('top_ids', 'int64', 'rows', 'top'),
      ],
      values: [],
    },
  };
}

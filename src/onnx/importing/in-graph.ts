import { elementCount } from '../model/tensor.ts';
import type { Node } from '../model/types.ts';
import { dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import type { TrainingDecoder } from '../training/decoder.ts';
import type { TrainableDecoder } from './decoder.ts';
import { emits } from './emit/registry.ts';
import { feeds } from './feeds.ts';
import { Rewriter } from './rewriter.ts';

/** A hub decoder as the training graphs take one: its body, and its head for some rows at a time. */
export function hubDecoder(decoder: TrainableDecoder): TrainingDecoder {
  const { graph, opset, packed, head } = decoder;
  const headOutputs = new Set(head.nodes.flatMap(({ outputs }) => outputs));
  return (g, ids, { linear, weight }) => {
    const rewriter = new Rewriter(g, { opset, packed, emits, linear, weight });
    rewriter.addInitializers(graph);
    for (const [name, item] of feeds(graph, ids)) rewriter.set(name, item);
    // moves between the head's nodes read what is not made yet, and nobody needs them
    const ready = ({ inputs }: Node) => inputs.every((name) => name === '' || rewriter.has(name));
    for (const node of graph.nodes)
      if (!node.outputs.some((name) => headOutputs.has(name)) && ready(node)) rewriter.run(node);
    const hidden = rewriter.value(rewriter.item(head.hidden));
    const width = dimOf(hidden.shape, -1);
    return {
      hidden: g.reshape(hidden, [elementCount(hidden.shape) / width, width]),
      head: (rows: Value) => {
        rewriter.set(head.hidden, rows);
        for (const node of head.nodes) rewriter.run(node);
        return rewriter.value(rewriter.item('logits'));
      },
    };
  };
}

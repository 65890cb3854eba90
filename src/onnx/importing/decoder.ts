import { int } from '../model/attributes.ts';
import { elementCount } from '../model/tensor.ts';
import type { Graph, Model, ValueInfo } from '../model/types.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import { createGraph } from '../ops/registry.ts';
import { liveGraph } from '../rewrite/live.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import type { DecoderInGraph, TrainingDecoder } from '../training/decoder.ts';
import { emits } from './emit/registry.ts';
import { feeds } from './feeds.ts';
import { headOf, type Head } from './head.ts';
import type { LinearHook, LinearSite, TrainableWeight, WeightHook } from './hooks.ts';
import { packedProducts, type PackedHeads } from './linear-sites.ts';
import { Rewriter } from './rewriter.ts';

/** What a file says. */
export interface ReadGraph {
  /** What the head needs: up to the hidden states, and its weights. */
  readonly graph: Graph;
  readonly opset: number;
  readonly head: Head;
  /** Queries, keys and values in one product: heads by the product's output. */
  readonly packed: ReadonlyMap<string, PackedHeads>;
}

/** What the head's nodes read and do not make themselves. */
function readByHead({ nodes }: Head): ValueInfo[] {
  const made = new Set(nodes.flatMap(({ outputs }) => outputs));
  const names = new Set(nodes.flatMap(({ inputs }) => inputs));
  return [...names].filter((name) => !made.has(name)).map((name) => ({ name, dtype: 'float32' }));
}

/** A hub decoder that training graphs can be built from. */
export interface TrainableDecoder extends ReadGraph {
  readonly vocabSize: number;
  /** Layers that an adapter can stand beside, in the order of the graph. */
  readonly sites: readonly LinearSite[];
  /** Weights that full training may move, in the order in which the graph reads them. */
  readonly weights: readonly TrainableWeight[];
}

export interface ForwardInputs {
  /** Token ids int64 [B, T]; rows that are shorter are filled up on the right. */
  readonly ids: Value;
  /** int64 [R]: places in the B T hidden rows whose logits are wanted; all by default. */
  readonly rows?: Value | undefined;
  readonly linear?: LinearHook | undefined;
  readonly weight?: WeightHook | undefined;
}

/**
 * The decoder as nodes that can be differentiated, in float32 whatever the file computes in. Token t of a
 * row sees tokens 0 .. t. With the head apart, logits can be worked out in chunks of rows.
 * @param seen told of every weight that a hook may replace
 * @returns hidden states [B T, d], and what makes logits float32 [R, V] of some of them
 * @throws NoMatch where the file has what training does not know
 */
export function inGraph(
  g: GraphBuilder,
  decoder: ReadGraph,
  { ids, linear, weight }: Omit<ForwardInputs, 'rows'>,
  seen?: (weight: TrainableWeight) => void,
): DecoderInGraph {
  const { graph, opset, packed, head } = decoder;
  const rewriter = new Rewriter(g, { opset, packed, emits, linear, weight, seen });
  rewriter.addInitializers(graph);
  for (const [name, item] of feeds(graph, ids)) rewriter.set(name, item);
  for (const node of graph.nodes) rewriter.run(node);
  const states = rewriter.value(rewriter.item(head.hidden));
  const width = dimOf(states.shape, -1);
  if (elementCount(states.shape) !== elementCount(ids.shape) * width)
    throw new NoMatch('it works out logits of the last position only');
  return {
    hidden: g.reshape(states, [elementCount(states.shape) / width, width]),
    head(rows) {
      rewriter.set(head.hidden, rows);
      for (const node of head.nodes) rewriter.run(node);
      return rewriter.value(rewriter.item('logits'));
    },
  };
}

/** The decoder as the training graphs take it. */
export const trainingDecoder =
  (decoder: ReadGraph): TrainingDecoder =>
  (g, ids, hooks) =>
    inGraph(g, decoder, { ids, ...hooks });

/**
 * The logits of `inGraph` at once.
 * @returns logits float32 [R, V], or [B T, V] of all rows
 */
export function forward(
  g: GraphBuilder,
  decoder: ReadGraph,
  { rows, ...inputs }: ForwardInputs,
): Value {
  const { hidden, head } = inGraph(g, decoder, inputs);
  return head(rows ? g.op('Gather', [hidden, rows], { axis: int(0) }) : hidden);
}

/**
 * Reads a decoder in the hub's layout for training.
 * @param model left as it is; graphs built from the result share its weights
 * @throws NoMatch, which says why the graph does not fit
 */
export function readDecoder(model: Model): TrainableDecoder {
  const opset = model.opsets[''] ?? model.opsets['ai.onnx'] ?? 0;
  if (opset < 11) throw new NoMatch(`its opset is ${opset}`);
  const outputs = model.graph.outputs.filter(({ name }) => name === 'logits');
  if (outputs.length === 0) throw new NoMatch('it gives no logits');
  const head = headOf(liveGraph({ ...model.graph, outputs }));
  const graph = liveGraph({ ...model.graph, outputs: readByHead(head) });
  const read = { graph, opset, head, packed: packedProducts(graph) };
  // built once to see whether it can be, and where adapters may stand
  const g = createGraph();
  const sites: LinearSite[] = [];
  const weights: TrainableWeight[] = [];
  const linear: LinearHook = (_, site, __, y) => {
    sites.push(site);
    return y;
  };
  const ids = g.input('ids', 'int64', [1, 2]);
  const parts = inGraph(g, read, { ids, linear }, (weight) => weights.push(weight));
  const output = parts.head(parts.hidden);
  return { ...read, vocabSize: dimOf(output.shape, -1), sites, weights };
}

/** Where adapters may stand in a model. Throws as `readDecoder` does. */
export const linearSites = (model: Model): readonly LinearSite[] => readDecoder(model).sites;

import type { Dim, Graph, Model, Node, ValueInfo } from '../model/types.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import { keepLast } from './keep-last.ts';
import { liveGraph } from './live.ts';
import { isFloatType, Masks, type FloatType } from './masks.ts';
import { partNames, written, writePrefixAttention } from './prefix-attention.ts';
import { NoMatch, type AttentionSite } from './sites/attention-site.ts';
import { groupQuerySite } from './sites/group-query.ts';
import { multiHeadSite } from './sites/multi-head.ts';
import { plainSites } from './sites/plain.ts';
import { RunShapes } from './sizes.ts';

/** A layer's cache: the numbers that its tensors need. */
export interface CacheLayer {
  readonly layer: number;
  readonly kvHeads: number;
  readonly headSize: number;
}

/** A decoder rewritten for many rows, and what its caches look like. */
export interface BatchedDecoder {
  readonly model: Model;
  readonly layers: readonly CacheLayer[];
  readonly dtype: FloatType;
}

/** How nodes of onnxruntime's own attention are read. */
const readers: ReadonlyMap<string, (graph: Graph, node: Node) => AttentionSite> = new Map([
  ['GroupQueryAttention', groupQuerySite],
  ['MultiHeadAttention', multiHeadSite],
]);

/** Where the graph attends to its past, by the node that makes what comes of it. */
function sitesOf(graph: Graph, window: number | null): Map<Node, AttentionSite> {
  const sites = plainSites(graph);
  for (const node of graph.nodes) {
    const site = readers.get(node.op)?.(graph, node);
    if (site) sites.set(node, site);
  }
  // other operators leave the window to a mask, which is not read
  if (window !== null && [...sites.keys()].some(({ op }) => op !== 'GroupQueryAttention'))
    throw new NoMatch('its attention has a window that only a mask tells');
  if (sites.size === 0) throw new NoMatch('it has no attention that the lab knows');
  return sites;
}

function floatTypeOf(sites: Iterable<AttentionSite>): FloatType {
  const [dtype, ...others] = new Set(Array.from(sites, (site) => site.dtype));
  if (dtype === undefined || others.length > 0 || !isFloatType(dtype))
    throw new NoMatch(`its caches are of ${[dtype, ...others].join(' and ')}`);
  return dtype;
}

const info = (name: string, dtype: ValueInfo['dtype'], ...shape: Dim[]): ValueInfo => ({
  name,
  dtype,
  shape,
});

/** Prefix and past of one layer. */
const cacheInputs = ({ layer, kvHeads, headSize, dtype, past }: AttentionSite): ValueInfo[] => [
  ...partNames('prefix', layer).map((name) =>
    info(name, dtype, 'prefixes', kvHeads, 'prefix', headSize),
  ),
  ...past.map((name) => info(name, dtype, 'rows', kvHeads, 'past', headSize)),
];

const runInputs: readonly ValueInfo[] = [
  info('input_ids', 'int64', 'rows', 'fresh'),
  info('position_ids', 'int64', 'rows', 'fresh'),
  info('fresh_positions', 'float32', 'rows', 'fresh'),
  info('past_positions', 'float32', 'rows', 'past'),
  info('prefix_positions', 'float32', 'prefixes', 'prefix'),
  info('num_logits_to_keep', 'int64'),
];

/** The graph's outputs, with what was read now in place of the caches made longer by it. */
function outputsOf(graph: Graph, sites: readonly AttentionSite[]): ValueInfo[] {
  const longer = new Set(sites.flatMap(({ present }) => present));
  return [
    ...graph.outputs.filter(({ name }) => !longer.has(name)),
    ...sites.flatMap(({ layer, dtype, kvHeads, headSize }) =>
      partNames('fresh', layer).map((name) =>
        info(name, dtype, 'rows', kvHeads, 'fresh', headSize),
      ),
    ),
  ];
}

/** All nodes, attention written anew and the head cut to the last positions. */
function rewrittenNodes(
  graph: Graph,
  sites: ReadonlyMap<Node, AttentionSite>,
  w: NodeWriter,
  dtype: FloatType,
): Node[] {
  const shapes = new RunShapes(w);
  const writer = { w, shapes, masks: new Masks(w, shapes, dtype), dtype };
  return graph.nodes.flatMap((node) => {
    const site = sites.get(node);
    if (!site) return [node];
    writePrefixAttention(writer, site);
    return w.nodes.splice(0);
  });
}

/**
 * Rewrites a decoder in the hub's layout into one that decodes many rows over shared prefixes.
 *
 * Inputs of the result: input_ids, position_ids int64 [B, S]; fresh_positions float32 [B, S], the
 * same as floats, `nowhere` for padding; past_positions float32 [B, T], where a row's own tokens read
 * before stand, and prefix_positions float32 [P_B, P] alike; for each layer prefix.N.key and .value
 * [P_B, KV, P, size], of which row b reads number b / (B / P_B), and past_key_values.N.key and
 * .value [B, KV, T, size]; num_logits_to_keep int64 []. Outputs: logits [B, kept, V]; fresh.N.key
 * and .value [B, KV, S, size], which the caller puts after the past. Prefix and past have a position
 * at least (one at `nowhere` is none): WebGPU multiplies nothing by an empty matrix.
 *
 * @param model left as it is; the result shares its weights
 * @param window how many positions a query sees by the model's configuration; null: all
 * @throws NoMatch, which says why the graph does not fit
 */
export function batchDecoder(model: Model, window: number | null = null): BatchedDecoder {
  const { graph } = model;
  if ((model.opsets[''] ?? 0) < 13) throw new NoMatch(`its opset is ${model.opsets['']}`);
  const sites = sitesOf(graph, window);
  const dtype = floatTypeOf(sites.values());
  const layers = [...sites.values()].toSorted((a, b) => a.layer - b.layer);
  const w = new NodeWriter();
  const nodes = rewrittenNodes(graph, sites, w, dtype);
  const head = keepLast(graph, w);
  const live = liveGraph({
    ...graph,
    nodes: nodes.flatMap((node) => (node === head?.before ? [...w.nodes, head.after] : [node])),
    initializers: new Map([...graph.initializers, ...w.initializers]),
    outputs: outputsOf(graph, layers),
    values: [],
  });
  const pasts = new Set(layers.flatMap(({ past }) => past));
  const reader = live.nodes.find(
    ({ name, inputs }) => !name.startsWith(written) && inputs.some((input) => pasts.has(input)),
  );
  if (reader) throw new NoMatch(`${reader.name} reads a cache outside of attention`);
  const known = new Set([...runInputs, ...layers.flatMap(cacheInputs)].map(({ name }) => name));
  const odd = live.inputs.find(({ name }) => !known.has(name));
  if (odd) throw new NoMatch(`it reads ${odd.name} outside of attention`);
  const inputs = [...runInputs, ...layers.flatMap(cacheInputs)];
  return {
    model: { ...model, graph: { ...live, inputs } },
    layers: layers.map(({ layer, kvHeads, headSize }) => ({ layer, kvHeads, headSize })),
    dtype,
  };
}

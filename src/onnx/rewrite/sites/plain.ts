import type { Graph, Node } from '../../model/types.ts';
import { NoMatch, type AttentionSite } from './attention-site.ts';
import { makersOf } from './constants.ts';
import { PlainAttention } from './plain-attention.ts';
import { plainCaches } from './plain-caches.ts';

/**
 * Attention written in plain operators, as exports without onnxruntime's own operators have it: softmax of
 * scaled, masked scores on a cache that Concat made longer. What is added to the scores is taken for the
 * causal mask: a bias of another kind shows in the self-test.
 * @returns sites by the node that makes their result; none where no cache is kept in this way
 * @throws NoMatch where a cache is kept in this way and its attention is of another
 */
export function plainSites(graph: Graph): Map<Node, AttentionSite> {
  const makers = makersOf(graph);
  const caches = plainCaches(graph, makers);
  const size = caches[0]?.past.shape?.[3];
  const sites = new Map<Node, AttentionSite>();
  if (typeof size !== 'number') return sites;
  const attention = new PlainAttention(graph, makers, caches, size);
  for (const node of graph.nodes) {
    const found = node.op === 'Softmax' ? attention.siteOf(node) : undefined;
    if (found) sites.set(...found);
  }
  const known = new Set(Array.from(sites.values(), ({ layer }) => layer));
  const other = caches.find(({ layer }) => !known.has(layer));
  if (other) throw new NoMatch(`the attention on ${other.past.name} is of a kind it does not know`);
  return sites;
}

import type { NodeWriter } from '../graph/node-writer.ts';
import { keptPositions } from '../llama/decoder-head.ts';
import type { Graph, Node } from '../model/types.ts';
import { NoMatch } from './sites/attention-site.ts';

/** What may stand between the product with the head and the logits: one element in, one out. */
const elementwise = new Set(['Identity', 'Cast', 'Mul', 'Div', 'Tanh', 'Add']);
const products = new Set(['MatMul', 'MatMulNBits', 'Gemm']);

/** The product that makes the logits. */
function headOf(graph: Graph): Node {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])));
  let node = makers.get('logits');
  while (node && elementwise.has(node.op)) {
    const made = node.inputs.map((name) => makers.get(name)).filter((maker) => maker !== undefined);
    node = made.length === 1 ? made[0] : undefined;
  }
  if (!node || !products.has(node.op))
    throw new NoMatch('its logits do not come from a product with a head');
  return node;
}

/**
 * Where the graph works out logits of every position, cuts what the head reads to the last
 * `num_logits_to_keep`, as newer exports do by themselves.
 * @param w takes the nodes that cut; they belong just before the head
 * @returns the graph's head before and after; undefined where nothing was to do
 * @throws NoMatch where no head is found
 */
export function keepLast(graph: Graph, w: NodeWriter): { before: Node; after: Node } | undefined {
  if (graph.inputs.some(({ name }) => name === 'num_logits_to_keep')) return undefined;
  const before = headOf(graph);
  const [hidden = '', ...weights] = before.inputs;
  return { before, after: { ...before, inputs: [keptPositions(w, hidden), ...weights] } };
}

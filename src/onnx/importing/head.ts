import type { Graph, Node } from '../model/types.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';

/** What may stand between the product with the head and the logits: one row in, one row out. */
const rowwise = new Set(['Identity', 'Cast', 'Mul', 'Div', 'Tanh', 'Add', 'Sub']);
const products = new Set(['MatMul', 'MatMulNBits', 'Gemm', 'FusedMatMul']);
/** Moves that leave rows as they are, around a product of matrices. */
const moves = new Set(['Reshape', 'Squeeze', 'Unsqueeze', 'Flatten']);

/** The way from hidden states to logits. */
export interface Head {
  /** Name of the hidden states that the head reads, [B, T, d]. */
  readonly hidden: string;
  /** From the product to the logits; moves are left out: rows come as [rows, d]. */
  readonly nodes: readonly Node[];
}

/** @throws NoMatch where the logits do not come from a product with a head */
export function headOf(graph: Graph): Head {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])));
  const changes = new Map<string, string>();
  const nodes: Node[] = [];
  let name = 'logits';
  let node = makers.get(name);
  while (node && (rowwise.has(node.op) || moves.has(node.op))) {
    const from = moves.has(node.op)
      ? [node.inputs[0] as string]
      : node.inputs.filter((input) => makers.has(input) && !constant(graph, makers, input));
    if (from.length !== 1) break;
    if (moves.has(node.op)) changes.set(node.outputs[0] as string, from[0] as string);
    else nodes.unshift(node);
    name = from[0] as string;
    node = makers.get(name);
  }
  if (!node || !products.has(node.op))
    throw new NoMatch('its logits do not come from a product with a head');
  nodes.unshift(node);
  let hidden = node.inputs[0] as string;
  for (let maker = makers.get(hidden); maker && moves.has(maker.op); maker = makers.get(hidden))
    hidden = maker.inputs[0] as string;
  const renamed = (input: string): string => {
    const changed = changes.get(input);
    return changed === undefined ? input : renamed(changed);
  };
  const [head, ...after] = nodes as [Node, ...Node[]];
  return {
    hidden,
    nodes: [
      { ...head, inputs: [hidden, ...head.inputs.slice(1)] },
      ...after.map((each) => ({ ...each, inputs: each.inputs.map(renamed) })),
    ],
  };
}

/** Whether a value follows from constants of the file alone. */
function constant(graph: Graph, makers: ReadonlyMap<string, Node>, name: string): boolean {
  if (name === '' || graph.initializers.has(name)) return true;
  const node = makers.get(name);
  return node !== undefined && node.inputs.every((input) => constant(graph, makers, input));
}

import { intOf } from '../model/attributes.ts';
import type { Graph, Node } from '../model/types.ts';

/** Heads of queries and of keys in a product that makes queries, keys and values. */
export interface PackedHeads {
  readonly heads: number;
  readonly kvHeads: number;
}

/** Products that make queries, keys and values, found from the attention that reads them packed. */
export function packedProducts(graph: Graph): Map<string, PackedHeads> {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])));
  const packed = new Map<string, PackedHeads>();
  for (const node of graph.nodes) {
    if (node.op !== 'GroupQueryAttention' || node.inputs[1]) continue;
    const heads = {
      heads: intOf(node.attributes, 'num_heads', 0),
      kvHeads: intOf(node.attributes, 'kv_num_heads', 0),
    };
    // the product itself, or a bias added to it
    let name: string | undefined = node.inputs[0];
    while (name !== undefined) {
      packed.set(name, heads);
      const maker: Node | undefined = makers.get(name);
      name = maker?.op === 'Add' ? maker.inputs.find((input) => makers.has(input)) : undefined;
    }
  }
  return packed;
}

import { intOf } from '../model/attributes.ts';
import type { Graph, Node } from '../model/types.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import type { LinearHook } from './hooks.ts';
import { partNames, siteName } from './names.ts';

/** Heads of queries and of keys in a product that makes queries, keys and values. */
export interface PackedHeads {
  readonly heads: number;
  readonly kvHeads: number;
}

/** Products that make queries, keys and values, by their outputs: found from the attention that reads them packed. */
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

export interface LinearOptions {
  readonly packed: ReadonlyMap<string, PackedHeads>;
  readonly linear?: LinearHook | undefined;
}

/** What a linear node is, and what it reads and gives. */
export interface LinearCall {
  readonly node: Node;
  /** The weight's name in the file. */
  readonly weight: string | undefined;
  readonly x: Value;
  readonly y: Value;
}

/** A linear layer's output as the hook leaves it, part by part where the exporter packed three layers. */
export function atSite(
  g: GraphBuilder,
  { linear: hook, packed }: LinearOptions,
  { node, weight, x, y }: LinearCall,
): Value {
  const name = siteName(node.name, weight);
  if (!hook || name === undefined) return y;
  const [rows, columns] = [x.shape.at(-1) as number, y.shape.at(-1) as number];
  const names = partNames(name);
  const of = packed.get(node.outputs[0] ?? '');
  if (!names || !of) return hook(g, { name, rows, columns }, x, y);
  const size = columns / (of.heads + 2 * of.kvHeads);
  let end = 0;
  const parts = [of.heads, of.kvHeads, of.kvHeads].map((heads, i) => {
    const start = end;
    end += heads * size;
    const site = { name: names[i] as string, rows, columns: heads * size };
    return hook(g, site, x, g.slice(y, -1, start, end));
  });
  return g.concat(parts, -1);
}

import type { Graph } from '../model/types.ts';

/**
 * The graph without what no output needs: nodes, constants and inputs. Nodes of graphs inside
 * nodes (If, Loop) keep what they name.
 */
export function liveGraph(graph: Graph): Graph {
  const needed = new Set(graph.outputs.map(({ name }) => name));
  const nodes = graph.nodes
    .toReversed()
    .filter((node) => {
      if (!node.outputs.some((name) => name !== '' && needed.has(name))) return false;
      for (const name of namesIn(node)) needed.add(name);
      return true;
    })
    .reverse();
  return {
    ...graph,
    nodes,
    initializers: new Map([...graph.initializers].filter(([name]) => needed.has(name))),
    inputs: graph.inputs.filter(({ name }) => needed.has(name)),
    values: graph.values.filter(({ name }) => needed.has(name)),
  };
}

type Nodes = Graph['nodes'];

/** What a node reads, and what the graphs inside it read. */
function* namesIn({ inputs, attributes }: Nodes[number]): Generator<string> {
  yield* inputs;
  for (const { kind, value } of Object.values(attributes))
    if (kind === 'graph') {
      for (const { name } of value.outputs) yield name;
      for (const node of value.nodes) yield* namesIn(node);
    }
}

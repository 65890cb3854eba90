import type { Model, Node, ValueInfo } from '../model/types.ts';
import type { GraphCore } from './core.ts';
import { splitOpKey } from './op-key.ts';
import type { BuiltNode, Value } from './value.ts';

/** onnxruntime 1.30 reads IR 10; blocked DequantizeLinear and 4-bit types need opset 21. */
const irVersion = 10;
const opset = 21;

/** Nodes that some output depends on, and the names of every value still in use. */
function liveNodes(graph: GraphCore): { nodes: BuiltNode[]; names: Set<string> } {
  const names = new Set(graph.outputs.map(({ value }) => value.name));
  const nodes: BuiltNode[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some(({ name }) => names.has(name))) continue;
    nodes.push(node);
    for (const input of node.inputs) if (input) names.add(input.name);
  }
  return { nodes: nodes.reverse(), names };
}

const toNode = ({ op, name, inputs, outputs, attributes }: BuiltNode): Node => ({
  ...splitOpKey(op),
  name,
  inputs: inputs.map((value) => value?.name ?? ''),
  outputs: outputs.map((value) => value.name),
  attributes,
});

const toInfo = ({ name, dtype, shape }: Value): ValueInfo => ({ name, dtype, shape });

/**
 * The graph as a model, without what no output needs. All declared inputs stay, so that a caller
 * can always feed them. Outputs are copied by Identity nodes to the names they were given.
 */
export function toModel(graph: GraphCore): Model {
  const { nodes, names } = liveNodes(graph);
  const named = graph.outputs.map(({ name, value }): Node => ({
    op: 'Identity',
    domain: '',
    name: `output/${name}`,
    inputs: [value.name],
    outputs: [name],
    attributes: {},
  }));
  return {
    irVersion,
    producer: 'incontext-lab',
    opsets: { '': opset, 'com.microsoft': 1 },
    metadata: {},
    graph: {
      name: 'graph',
      nodes: [...nodes.map(toNode), ...named],
      initializers: new Map([...graph.constants].filter(([name]) => names.has(name))),
      inputs: graph.inputs.map(toInfo),
      outputs: graph.outputs.map(({ name, value }) => ({ ...toInfo(value), name })),
      values: [],
    },
  };
}

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

/** How values are called in the file: outputs by the names they were given. */
interface Naming {
  readonly names: ReadonlyMap<string, string>;
  /** Copies for outputs that cannot simply be renamed. */
  readonly copies: readonly Node[];
}

/**
 * A value that a node makes takes its output's name, which saves a copy. An input, a constant, or
 * a value that is already another output is copied by an Identity node.
 */
function nameOutputs(graph: GraphCore): Naming {
  const names = new Map<string, string>();
  const copies: Node[] = [];
  const made = new Set(graph.nodes.flatMap(({ outputs }) => outputs.map(({ name }) => name)));
  for (const { name, value } of graph.outputs) {
    if (made.has(value.name) && !names.has(value.name)) names.set(value.name, name);
    else
      copies.push({
        op: 'Identity',
        domain: '',
        name: `copy/${name}`,
        inputs: [names.get(value.name) ?? value.name],
        outputs: [name],
        attributes: {},
      });
  }
  return { names, copies };
}

const toInfo = ({ name, dtype, shape }: Value): ValueInfo => ({ name, dtype, shape });

/**
 * The graph as a model, without what no output needs. All declared inputs stay, so that a caller
 * can always feed them.
 */
export function toModel(graph: GraphCore): Model {
  const { nodes, names: used } = liveNodes(graph);
  const { names, copies } = nameOutputs(graph);
  const nameOf = (value: Value | undefined) => (value ? (names.get(value.name) ?? value.name) : '');
  const toNode = ({ op, name, inputs, outputs, attributes }: BuiltNode): Node => ({
    ...splitOpKey(op),
    name,
    inputs: inputs.map(nameOf),
    outputs: outputs.map(nameOf),
    attributes,
  });
  return {
    irVersion,
    producer: 'incontext-lab',
    opsets: { '': opset, 'com.microsoft': 1 },
    metadata: {},
    graph: {
      name: 'graph',
      nodes: [...nodes.map(toNode), ...copies],
      initializers: new Map([...graph.constants].filter(([name]) => used.has(name))),
      inputs: graph.inputs.map(toInfo),
      outputs: graph.outputs.map(({ name, value }) => ({ ...toInfo(value), name })),
      values: [],
    },
  };
}

import { byteLength } from '../model/dtypes.ts';
import { elementCount } from '../model/tensor.ts';
import type { GraphCore } from './core.ts';
import type { BuiltNode, Value } from './value.ts';

/** Operators whose result is their input's buffer under another shape. */
const views = new Set(['Reshape', 'Squeeze', 'Unsqueeze', 'Flatten', 'Identity']);

const bytesOf = ({ dtype, shape }: Value): number => byteLength(dtype, elementCount(shape)) ?? 0;

/** The nodes that outputs need in onnxruntime's own order: depth first from the outputs, latest first. */
function runOrder(graph: GraphCore): BuiltNode[] {
  const makers = new Map(
    graph.nodes.flatMap((node, i) => node.outputs.map(({ name }) => [name, i] as const)),
  );
  const makersOf = (values: readonly (Value | undefined)[]): number[] =>
    values.flatMap((value) => makers.get(value?.name ?? '') ?? []).sort((a, b) => a - b);
  const order: BuiltNode[] = [];
  const seen = new Set<number>();
  const stack = makersOf(graph.outputs.map(({ value }) => value)).map((node) => ({
    node,
    done: false,
  }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const node = graph.nodes[top.node] as BuiltNode;
    if (top.done) order.push(node);
    else if (!seen.has(top.node)) {
      seen.add(top.node);
      stack.push({ node: top.node, done: true });
      for (const maker of makersOf(node.inputs))
        if (!seen.has(maker)) stack.push({ node: maker, done: false });
    }
  }
  return order;
}

/** Bytes that a graph takes, by what for. */
export interface GraphMemory {
  /** Constants that nodes read. */
  readonly constants: number;
  /** What is worked out and alive at the same time, at most; outputs included. */
  readonly values: number;
}

/**
 * Counts through a run of a graph: every value lives from the node that makes it to the last that reads
 * it. A runtime may reuse buffers in place (less) and keep scratch space of its own (more).
 */
export function graphMemory(graph: GraphCore): GraphMemory {
  const order = runOrder(graph);
  // a view stands for the value that it is a view of
  const roots = new Map<string, string>();
  const rootOf = (name: string): string => roots.get(name) ?? name;
  const readers = new Map<string, number>();
  const read = new Set<string>();
  for (const { op, inputs, outputs } of order) {
    const [source] = inputs;
    if (views.has(op) && source)
      for (const { name } of outputs) roots.set(name, rootOf(source.name));
    for (const value of inputs)
      if (value) {
        read.add(value.name);
        readers.set(rootOf(value.name), (readers.get(rootOf(value.name)) ?? 0) + 1);
      }
  }
  for (const { value } of graph.outputs) readers.set(rootOf(value.name), Infinity);
  const sizes = new Map<string, number>();
  let [alive, most] = [0, 0];
  for (const { op, inputs, outputs } of order) {
    for (const value of outputs)
      if (!views.has(op)) {
        sizes.set(value.name, bytesOf(value));
        alive += bytesOf(value);
      }
    most = Math.max(most, alive);
    for (const value of inputs) {
      if (!value) continue;
      const root = rootOf(value.name);
      const left = (readers.get(root) ?? 0) - 1;
      readers.set(root, left);
      if (left === 0) alive -= sizes.get(root) ?? 0;
    }
  }
  const constants = Array.from(graph.constants, ([name, tensor]) =>
    read.has(name) ? (byteLength(tensor.dtype, elementCount(tensor.dims)) ?? 0) : 0,
  );
  return { constants: constants.reduce((a, b) => a + b, 0), values: most };
}

import type { GraphBuilder } from './builder.ts';
import { flattened } from './flat.ts';
import type { BuiltNode, Value } from './value.ts';

/** Forward nodes [start, end), of which only the output is kept for the gradient. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly output: Value;
}

/** Names of values that follow from some inputs. */
function dependents(nodes: readonly BuiltNode[], inputs: readonly Value[]): Set<string> {
  const names = new Set(inputs.map(({ name }) => name));
  for (const { inputs: read, outputs } of nodes)
    if (read.some((value) => value && names.has(value.name)))
      for (const { name } of outputs) names.add(name);
  return names;
}

/**
 * Cuts nodes [0, end) where a single value that follows from `inputs` is handed on: in a decoder
 * before and after each block on the residual stream. What lies before the first cut is in no segment.
 */
export function segmentsOf(g: GraphBuilder, inputs: readonly Value[], end: number): Segment[] {
  const nodes = g.nodes.slice(0, end);
  const following = dependents(nodes, inputs);
  const lastRead = new Map<string, number>();
  nodes.forEach((node, i) => {
    for (const value of node.inputs) if (value) lastRead.set(value.name, i);
  });
  const alive = new Map<string, Value>();
  const cuts: { at: number; value: Value }[] = [];
  nodes.forEach((node, i) => {
    for (const value of node.inputs)
      if (value && lastRead.get(value.name) === i) alive.delete(value.name);
    for (const value of node.outputs)
      if (following.has(value.name) && (lastRead.get(value.name) ?? i) > i)
        alive.set(value.name, value);
    const [only, ...others] = alive.values();
    if (only && others.length === 0) cuts.push({ at: i + 1, value: only });
  });
  return cuts.slice(1).map(({ at, value }, i) => ({
    start: cuts[i]?.at as number,
    end: at,
    output: value,
  }));
}

/** Nodes of a segment that make some values, and what they read within it, in order. */
function needed(nodes: readonly BuiltNode[], wanted: Set<string>): BuiltNode[] {
  const names = new Set(wanted);
  return nodes
    .toReversed()
    .filter(({ inputs, outputs }) => {
      if (!outputs.some(({ name }) => names.has(name))) return false;
      for (const value of inputs) if (value) names.add(value.name);
      return true;
    })
    .reverse();
}

/**
 * Makes the gradient's nodes work out again what they read of forward segments, just before they need
 * it, so that it need not be kept from the forward pass on: less memory for nearly a second forward pass
 * (arXiv 1604.06174).
 *
 * What is worked out again reads the segment's input plus nothing: a zero made of the gradient that
 * arrives at the segment. So the runtime can neither take it for the forward pass's own result and merge
 * the two, nor work it out before that gradient is there.
 *
 * @param forward how many nodes belong to the forward pass
 * @param inputs what activations follow from; what does not (weights) is not worked out again
 * @param gradientOf the gradient of a forward value, where one arrives
 */
export function recompute(
  g: GraphBuilder,
  segments: readonly Segment[],
  forward: number,
  inputs: readonly Value[],
  gradientOf: (value: Value) => Value | undefined,
): void {
  const following = dependents(g.nodes.slice(0, forward), inputs);
  for (const { start, end, output } of segments) {
    const gradient = gradientOf(output);
    const inner = g.nodes.slice(start, end);
    const made = new Set(
      inner
        .flatMap(({ outputs }) => outputs.map(({ name }) => name))
        .filter((name) => following.has(name) && name !== output.name),
    );
    const reads = ({ inputs: read }: BuiltNode) =>
      read.some((value) => value !== undefined && made.has(value.name));
    const first = g.nodes.findIndex((node, i) => i >= forward && reads(node));
    const arrived = g.nodes.findIndex((node) =>
      node.outputs.some(({ name }) => name === gradient?.name),
    );
    if (!gradient || first < 0 || arrived < 0 || arrived >= first) continue;
    const wanted = new Set(
      g.nodes
        .slice(first)
        .flatMap(({ inputs: read }) => read.flatMap((value) => (value ? [value.name] : [])))
        .filter((name) => made.has(name)),
    );
    const before = g.nodes.length;
    const nothing = g.mul(g.slice(flattened(g, gradient), 0, 0, 1), g.scalar(0));
    const again = new Map<string, Value>();
    const renewed = (value: Value | undefined): Value | undefined => {
      if (!value || !following.has(value.name) || value.dtype !== 'float32')
        return value && (again.get(value.name) ?? value);
      const known = again.get(value.name) ?? g.add(value, nothing);
      again.set(value.name, known);
      return known;
    };
    for (const { op, name, inputs: read, outputs, attributes } of needed(inner, wanted)) {
      if (!outputs.some((value) => following.has(value.name))) continue;
      const results = g.callAll(op, read.map(renewed), attributes, outputs.length, name);
      outputs.forEach((value, i) => again.set(value.name, results[i] as Value));
    }
    const added = g.nodes.splice(before);
    const later = g.nodes.splice(first).map((node) => ({
      ...node,
      inputs: node.inputs.map((value) =>
        value && wanted.has(value.name) ? again.get(value.name) : value,
      ),
    }));
    g.nodes.push(...added, ...later);
  }
}

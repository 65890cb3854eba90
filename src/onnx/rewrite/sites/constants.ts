import { attribute } from '../../model/attributes.ts';
import { floatsOf, integersOf } from '../../model/tensor.ts';
import type { Graph, Node, Tensor } from '../../model/types.ts';

/** Which node makes a value. */
export type Makers = ReadonlyMap<string, Node>;

export const makersOf = ({ nodes }: Graph): Makers =>
  new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node])));

/** Numbers of a constant, whether the file or a Constant node holds it; undefined where it is none. */
export function constantOf(graph: Graph, makers: Makers, name: string): number[] | undefined {
  const made = makers.get(name);
  const tensor =
    graph.initializers.get(name) ??
    (made?.op === 'Constant' ? attribute(made.attributes, 'value', 'tensor') : undefined);
  return tensor && numbersOf(tensor);
}

function numbersOf(tensor: Tensor): number[] | undefined {
  if (tensor.external) return undefined;
  if (tensor.dtype === 'float32' || tensor.dtype === 'float16') return Array.from(floatsOf(tensor));
  if (tensor.dtype === 'int64' || tensor.dtype === 'int32') return integersOf(tensor);
  return undefined;
}

/** What exporters make scales with: from a constant, or from the size of a head read off a shape. */
const unary: Readonly<Record<string, (x: number) => number>> = {
  Cast: (x) => x,
  Identity: (x) => x,
  Squeeze: (x) => x,
  Unsqueeze: (x) => x,
  Sqrt: Math.sqrt,
  Reciprocal: (x) => 1 / x,
};
const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Pow: (a, b) => a ** b,
};

/**
 * One number that does not change from run to run; undefined where it may.
 * @param lastDimension what the last dimension of heads is, which scales are often made from
 */
export function scalarOf(
  graph: Graph,
  makers: Makers,
  name: string,
  lastDimension: number,
): number | undefined {
  const constant = constantOf(graph, makers, name);
  if (constant) return constant.length === 1 ? constant[0] : undefined;
  const node = makers.get(name);
  if (!node) return undefined;
  const of = (input: string) => scalarOf(graph, makers, input, lastDimension);
  const [first = '', second = ''] = node.inputs;
  const [one, two] = [unary[node.op], binary[node.op]];
  if (one) {
    const x = of(first);
    return x === undefined ? undefined : one(x);
  }
  if (two) {
    const [a, b] = [of(first), of(second)];
    return a === undefined || b === undefined ? undefined : two(a, b);
  }
  const places = constantOf(graph, makers, second);
  const last = places?.length === 1 && (places[0] === -1 || places[0] === 3);
  const ofShape = makers.get(first)?.op === 'Shape';
  return (node.op === 'Gather' || node.op === 'Slice') && ofShape && last
    ? lastDimension
    : undefined;
}

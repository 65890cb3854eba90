import { int, ints } from '../model/attributes.ts';
import { dtypeCode } from '../model/dtypes.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { Model, Node } from '../model/types.ts';

/** Ways in which exporters write the same attention in plain operators. */
export type PlainStyle =
  /** Scores divided by the root of the head's size, hidden by Where. */
  | 'divided scores'
  /** Queries and keys scaled by the fourth root, read off a shape; a mask added. */
  | 'scaled queries and keys';

interface Shape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly size: number;
}

/** Writes the nodes of one layer's attention. */
class PlainWriter {
  readonly w = new NodeWriter();
  readonly #path: string;

  constructor(path: string) {
    this.#path = `${path}/plain`;
  }

  node(name: string, op: string, inputs: string[], attributes = {}, outputs?: string[]): string {
    return this.w.node(`${this.#path}/${name}`, op, inputs, attributes, outputs);
  }

  ints(...values: number[]): string {
    return this.w.constant(`plain.ints.${values.join('.')}`, int64Tensor([values.length], values));
  }

  int(value: number): string {
    return this.w.constant(`plain.int.${value}`, int64Tensor([], [value]));
  }

  float(value: number): string {
    return this.w.constant(`plain.float.${value}`, floatTensor([], Float32Array.of(value)));
  }

  /** [B, S, heads size] -> [B, heads, S, size] */
  parted(name: string, x: string, heads: number, size: number): string {
    const apart = this.node(`${name}/Reshape`, 'Reshape', [x, this.ints(0, 0, heads, size)]);
    return this.node(`${name}/Transpose`, 'Transpose', [apart], { perm: ints([0, 2, 1, 3]) });
  }

  /** Keys or values [B, KV, T, size] once for each query head. */
  repeated(name: string, x: string, { heads, kvHeads, size }: Shape): string {
    if (heads === kvHeads) return x;
    const apart = this.node(`${name}/Unsqueeze`, 'Unsqueeze', [x, this.ints(2)]);
    const times = this.ints(1, 1, heads / kvHeads, 1, 1);
    const more = this.node(`${name}/Expand`, 'Expand', [apart, times]);
    const shape = this.ints(0, heads, -1, size);
    return this.node(`${name}/repeated`, 'Reshape', [more, shape]);
  }

  /** Whether each query [S] sees each key [T], from the lengths of the inputs: [S, T]. */
  causal(): string {
    const length = (of: string) => {
      const shape = this.node(`${of}/Shape`, 'Shape', [of]);
      return this.node(`${of}/length`, 'Gather', [shape, this.int(1)], { axis: int(0) });
    };
    const [fresh, all] = [length('input_ids'), length('attention_mask')];
    const first = this.node('first', 'Sub', [all, fresh]);
    const one = this.int(1);
    const queries = this.node('queries', 'Range', [first, all, one]);
    const places = this.node('places', 'Range', [this.int(0), all, one]);
    const column = this.node('column', 'Unsqueeze', [queries, this.ints(1)]);
    return this.node('causal', 'LessOrEqual', [places, column]);
  }
}

/** One node of attention as plain operators; queries and keys come turned. */
function plain(node: Node, style: PlainStyle, shape: Shape): Node[] {
  const p = new PlainWriter(node.name);
  const { heads, kvHeads, size } = shape;
  const [q = '', k = '', v = '', pastKey = '', pastValue = '', , , cos = '', sin = ''] =
    node.inputs;
  const [output = '', presentKey = '', presentValue = ''] = node.outputs;
  const turned = (x: string) =>
    p.node(`${x}/turned`, 'com.microsoft.RotaryEmbedding', [x, 'position_ids', cos, sin]);
  const query = p.parted('q', turned(q), heads, size);
  const fresh = [p.parted('k', turned(k), kvHeads, size), p.parted('v', v, kvHeads, size)];
  const axis = { axis: int(2) };
  const key = p.node('key', 'Concat', [pastKey, fresh[0] as string], axis, [presentKey]);
  const value = p.node('value', 'Concat', [pastValue, fresh[1] as string], axis, [presentValue]);
  const allKeys = p.repeated('key', key, shape);
  const turnedKeys = p.node('keys', 'Transpose', [allKeys], { perm: ints([0, 1, 3, 2]) });
  const seen = p.causal();
  const hidden = p.float(-1e9);
  let scores: string;
  if (style === 'divided scores') {
    const bare = p.node('scores', 'MatMul', [query, turnedKeys]);
    const divided = p.node('divided', 'Div', [bare, p.float(Math.sqrt(size))]);
    scores = p.node('masked', 'Where', [seen, divided, hidden]);
  } else {
    const dims = p.node('q/Shape', 'Shape', [query]);
    const last = p.node('q/size', 'Gather', [dims, p.int(-1)], { axis: int(0) });
    const float = p.node('q/Cast', 'Cast', [last], { to: int(dtypeCode('float32')) });
    const root = p.node('root', 'Sqrt', [p.node('q/Sqrt', 'Sqrt', [float])]);
    const scale = p.node('scale', 'Div', [p.float(1), root]);
    const [a, b] = [
      p.node('q/scaled', 'Mul', [query, scale]),
      p.node('k/scaled', 'Mul', [turnedKeys, scale]),
    ];
    const bare = p.node('scores', 'MatMul', [a, b]);
    const mask = p.node('mask', 'Where', [seen, p.float(0), hidden]);
    scores = p.node('masked', 'Add', [bare, mask]);
  }
  const weights = p.node('Softmax', 'Softmax', [scores], { axis: int(-1) });
  const read = p.node('read', 'MatMul', [weights, p.repeated('value', value, shape)]);
  const back = p.node('back', 'Transpose', [read], { perm: ints([0, 2, 1, 3]) });
  p.node('joined', 'Reshape', [back, p.ints(0, 0, heads * size)], {}, [output]);
  return withConstants(p.w);
}

/** Constants as nodes of their own, as many exporters keep them. */
const withConstants = ({ nodes, initializers }: NodeWriter): Node[] => [
  ...Array.from(initializers, ([name, value]): Node => ({
    op: 'Constant',
    domain: '',
    name,
    inputs: [],
    outputs: [name],
    attributes: { value: { kind: 'tensor', value } },
  })),
  ...nodes,
];

/** A decoder whose attention is written in plain operators. */
export function plainAttention(model: Model, style: PlainStyle, shape: Shape): Model {
  const taken = new Set<string>();
  const nodes = model.graph.nodes.flatMap((node) =>
    node.op === 'GroupQueryAttention' ? plain(node, style, shape) : [node],
  );
  const once = nodes.filter(
    ({ op, name }) => op !== 'Constant' || (!taken.has(name) && taken.add(name)),
  );
  return { ...model, graph: { ...model.graph, nodes: once } };
}

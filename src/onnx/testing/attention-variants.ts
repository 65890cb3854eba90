import { float, int } from '../model/attributes.ts';
import { dtypeCode } from '../model/dtypes.ts';
import { floatsOf, halfTensor } from '../model/tensor.ts';
import type { Model, Node, Tensor } from '../model/types.ts';
import { plainAttention } from './plain-attention.ts';

type Change = (node: Node, model: Model) => Node[];

/** The same decoder with every GroupQueryAttention node written in another way. */
function changed(model: Model, change: Change): Model {
  const nodes = model.graph.nodes.flatMap((node) =>
    node.op === 'GroupQueryAttention' ? change(node, model) : [node],
  );
  return { ...model, graph: { ...model.graph, nodes } };
}

const packed: Change = (node) => {
  const [q = '', k = '', v = '', ...others] = node.inputs;
  const name = `${node.name}/packed`;
  const pack: Node = {
    op: 'Concat',
    domain: '',
    name,
    inputs: [q, k, v],
    outputs: [name],
    attributes: { axis: int(2) },
  };
  return [pack, { ...node, inputs: [name, '', '', ...others] }];
};

/** Turns queries and keys before the node, which then gets no tables. */
const rotaryOutside: Change = (node) => {
  const [q = '', k = '', ...others] = node.inputs;
  const [cos = '', sin = ''] = node.inputs.slice(7, 9);
  const turned = [q, k].map((x): Node => ({
    op: 'RotaryEmbedding',
    domain: 'com.microsoft',
    name: `${x}/turned`,
    inputs: [x, 'position_ids', cos, sin],
    outputs: [`${x}/turned`],
    attributes: { interleaved: int(0) },
  }));
  const inputs = [...turned.flatMap(({ outputs }) => outputs), ...others.slice(0, 5)];
  return [...turned, { ...node, inputs, attributes: { ...node.attributes, do_rotary: int(0) } }];
};

const withAttributes =
  (attributes: Node['attributes']): Change =>
  (node) => [{ ...node, attributes: { ...node.attributes, ...attributes } }];

/** Only odd layers look at few positions, as in models that take turns. */
const windows: Change = (node) =>
  /\.1\./.test(node.inputs[3] ?? '')
    ? withAttributes({ local_window_size: int(4) })(node, {} as Model)
    : [node];

/** Logits of every position, as older exports give them. */
function allLogits(model: Model): Model {
  const { graph } = model;
  const cut = graph.nodes.find(({ name }) => name === '/lm_head/Slice');
  const nodes = graph.nodes
    .filter((node) => node !== cut && !/^\/lm_head\/(Unsqueeze|Neg)$/.test(node.name))
    .map((node) => ({
      ...node,
      inputs: node.inputs.map((name) => (name === cut?.outputs[0] ? (cut.inputs[0] ?? '') : name)),
    }));
  const inputs = graph.inputs.filter(({ name }) => name !== 'num_logits_to_keep');
  return { ...model, graph: { ...graph, nodes, inputs } };
}

const positions = {
  name: 'position_ids',
  dtype: 'int64',
  shape: ['batch_size', 'length'],
} as const;

function givenPositions(model: Model): Model {
  return {
    ...model,
    graph: { ...model.graph, inputs: [...model.graph.inputs, positions] },
  };
}

const cast = (name: string, to: 'float16' | 'float32', made: string): Node => ({
  op: 'Cast',
  domain: '',
  name: made,
  inputs: [name],
  outputs: [made],
  attributes: { to: int(dtypeCode(to)) },
});

/** Attention in halves within a decoder of full floats. */
const halves: Change = (node) => {
  const [q = '', k = '', v = '', ...others] = node.inputs;
  const narrow = [q, k, v].map((name) => cast(name, 'float16', `${name}/half`));
  const half = `${node.outputs[0]}/half`;
  return [
    ...narrow,
    {
      ...node,
      inputs: [
        ...narrow.flatMap(({ outputs }) => outputs),
        ...others.slice(0, 4),
        ...others.slice(4).map((table) => `${table}/half`),
      ],
      outputs: [half, ...node.outputs.slice(1)],
    },
    cast(half, 'float32', node.outputs[0] ?? ''),
  ];
};

function halfCaches(model: Model): Model {
  const half = <T extends { name: string }>(value: T): T =>
    /^(past|present)/.test(value.name) ? { ...value, dtype: 'float16' } : value;
  const { graph } = changed(model, halves);
  const tables = ['cos_cache', 'sin_cache'].map((name) => {
    const table = graph.initializers.get(name) as Tensor;
    return [`${name}/half`, halfTensor(table.dims, floatsOf(table))] as const;
  });
  return {
    ...model,
    graph: {
      ...graph,
      initializers: new Map([...graph.initializers, ...tables]),
      inputs: graph.inputs.map(half),
      outputs: graph.outputs.map(half),
    },
  };
}

/** onnxruntime's other attention, which has as many heads for keys as for queries; turned before. */
const multiHead: Change = (node, model) => {
  const [turnedQ, turnedK, grouped] = rotaryOutside(node, model) as [Node, Node, Node];
  const [q = '', k = '', v = '', pastKey = '', pastValue = ''] = grouped.inputs;
  const { num_heads, scale } = node.attributes;
  return [
    turnedQ,
    turnedK,
    {
      ...grouped,
      op: 'MultiHeadAttention',
      inputs: [q, k, v, '', '', '', pastKey, pastValue],
      attributes: {
        ...(num_heads && { num_heads }),
        ...(scale && { scale }),
        unidirectional: int(1),
      },
    },
  ];
};

/** The same of a decoder whose queries share no keys. */
export const withMultiHead = (model: Model): Model => givenPositions(changed(model, multiHead));

/** Heads of the decoder that tests vary. */
const grouped = { heads: 4, kvHeads: 2, size: 16 };

/** Ways in which exports differ, made of one decoder in the hub's layout. */
export const attentionVariants: Readonly<Record<string, (model: Model) => Model>> = {
  'as our decoders are': (model) => model,
  'queries, keys and values packed': (model) => changed(model, packed),
  'rotation outside of attention': (model) => givenPositions(changed(model, rotaryOutside)),
  'softly capped scores': (model) => changed(model, withAttributes({ softcap: float(1.5) })),
  'a sliding window in every second layer': (model) => changed(model, windows),
  'logits of all positions': allLogits,
  'half-precision caches': halfCaches,
  'plain operators, divided scores': (model) =>
    givenPositions(plainAttention(model, 'divided scores', grouped)),
  'plain operators, scaled queries and keys': (model) =>
    givenPositions(plainAttention(model, 'scaled queries and keys', grouped)),
};

/** Whether the variant's graph wants positions. */
export const wantsPositions = ({ graph }: Model): boolean =>
  graph.inputs.some(({ name }) => name === 'position_ids');

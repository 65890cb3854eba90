import { describe, expect, it } from 'vitest';
import { floatTensor } from '../model/tensor.ts';
import type { Graph, Model, Node } from '../model/types.ts';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import { createGraph } from '../ops/registry.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import { logitsOf } from '../testing/hub-run.ts';
import { integers, openGraph } from '../testing/run.ts';
import { forward, linearSites, readDecoder } from './decoder.ts';

const config: LlamaConfig = {
  vocabSize: 20,
  hiddenSize: 16,
  layers: 1,
  heads: 1,
  kvHeads: 1,
  intermediateSize: 24,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 8,
};
const model = decoderModel(config, initialParameters(config, 1));

/** The decoder with some nodes changed. */
const changed = (change: (node: Node) => Node[]): Model => ({
  ...model,
  graph: { ...model.graph, nodes: model.graph.nodes.flatMap(change) },
});
const only = (op: string, change: (node: Node) => Node) =>
  changed((node) => [node.op === op ? change(node) : node]);

describe('what training does not know is named', () => {
  const refused: Record<string, [Model, RegExp]> = {
    'an operator': [
      only('SkipSimplifiedLayerNormalization', (node) => ({ ...node, op: 'Strange' })),
      /training does not know com\.microsoft\.Strange/,
    ],
    'attention sinks': [
      only('GroupQueryAttention', (node) => ({
        ...node,
        inputs: [...node.inputs, '', '', 'cos_cache'],
      })),
      /GroupQueryAttention has attention sinks/,
    ],
    'an input': [
      {
        ...model,
        graph: {
          ...model.graph,
          inputs: model.graph.inputs.map((input) =>
            input.name === 'input_ids' ? { ...input, name: 'inputs_embeds' } : input,
          ),
          nodes: only('Gather', (node) => ({
            ...node,
            inputs: node.inputs.map((name) => (name === 'input_ids' ? 'inputs_embeds' : name)),
          })).graph.nodes,
        },
      },
      /reads inputs_embeds, which training does not know/,
    ],
    'a value that nothing makes': [
      only('GroupQueryAttention', (node) => ({
        ...node,
        inputs: ['lost', ...node.inputs.slice(1)],
      })),
      /nothing makes lost/,
    ],
    'logits that no product makes': [
      changed((node) =>
        node.outputs[0] === 'logits'
          ? [{ ...node, op: 'Relu', inputs: [node.inputs[0] as string] }]
          : [node],
      ),
      /do not come from a product/,
    ],
    'a file without logits': [
      { ...model, graph: { ...model.graph, outputs: [] } },
      /gives no logits/,
    ],
    'an old operator set': [{ ...model, opsets: { '': 9 } }, /opset is 9/],
  };
  it.each(Object.entries(refused))('%s', (_, [given, message]) => {
    expect(() => readDecoder(given)).toThrow(NoMatch);
    expect(() => linearSites(given)).toThrow(message);
  });

  it('a row that is longer than the positions', () => {
    const g = createGraph();
    const ids = g.input('ids', 'int64', [1, 9]);
    expect(() => forward(g, readDecoder(model), { ids })).toThrow(/positions end at 8/);
  });

  it('a hook that changes a weight’s shape', () => {
    const g = createGraph();
    const ids = g.input('ids', 'int64', [1, 2]);
    const weight = () => g.filled([3], 0);
    expect(() => forward(g, readDecoder(model), { ids, weight })).toThrow(
      /its hook gave float32\[3\]/,
    );
  });
});

describe('a decoder that was merged from one with and one without a past', () => {
  it('is read in the branch without', { timeout: 60_000 }, async () => {
    const half = (factor: number): Graph => ({
      name: 'branch',
      nodes: [
        {
          op: 'Mul',
          domain: '',
          name: `/times_${factor}`,
          inputs: ['/model/embed_tokens/Gather/output_0', `factor_${factor}`],
          outputs: [`scaled_${factor}`],
          attributes: {},
        },
      ],
      initializers: new Map([[`factor_${factor}`, floatTensor([], Float32Array.of(factor))]]),
      inputs: [],
      outputs: [{ name: `scaled_${factor}`, dtype: 'float32' }],
      values: [],
    });
    const merged = changed((node) => {
      const reads = node.inputs.map((name) =>
        name === '/model/embed_tokens/Gather/output_0' ? 'scaled' : name,
      );
      if (node.name !== '/model/embed_tokens/Gather') return [{ ...node, inputs: reads }];
      const branches: Node = {
        op: 'If',
        domain: '',
        name: '/If',
        inputs: ['use_cache_branch'],
        outputs: ['scaled'],
        attributes: {
          then_branch: { kind: 'graph', value: half(3) },
          else_branch: { kind: 'graph', value: half(2) },
        },
      };
      return [node, branches];
    });
    merged.graph.inputs = [
      ...merged.graph.inputs,
      { name: 'use_cache_branch', dtype: 'bool', shape: [1] },
    ];
    // the runtime is given the same decoder without branches
    const plain = changed((node) => {
      if (node.name !== '/model/embed_tokens/Gather') return [node];
      const doubled: Node = { ...node, outputs: ['single'] };
      return [
        doubled,
        { ...node, op: 'Add', name: '/twice', inputs: ['single', 'single'], attributes: {} },
      ];
    });
    const ids = [1, 5, 2, 7];
    const g = createGraph();
    const input = g.input('ids', 'int64', [1, 4]);
    g.output('logits', forward(g, readDecoder(merged), { ids: input }));
    const { logits } = await (await openGraph(g))({ ids: integers([1, 4], ids) });
    const expected = await logitsOf(plain, ids, [1, 4]);
    expected.forEach((value, i) => expect(logits?.values[i]).toBeCloseTo(value, 5));
  });
});

it('keeps shape arithmetic and caches out of the graph', () => {
  const g = createGraph();
  const ids = g.input('ids', 'int64', [2, 4]);
  forward(g, readDecoder(model), { ids });
  const ops = new Set(g.nodes.map(({ op }) => op));
  for (const op of ['Shape', 'ReduceSum', 'ConstantOfShape', 'Range'])
    expect(ops.has(op)).toBe(false);
});

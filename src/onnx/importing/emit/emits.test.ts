import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float, int, ints } from '../../model/attributes.ts';
import { elementCount, floatTensor, int64Tensor } from '../../model/tensor.ts';
import type { Attributes, Model, Node } from '../../model/types.ts';
import { writeModel } from '../../model/write.ts';
import { splitOpKey } from '../../graph/op-key.ts';
import { createGraph } from '../../ops/registry.ts';
import { draws } from '../../testing/draws.ts';
import { checkGradients } from '../../testing/gradient-check.ts';
import { floats, open, openGraph, type Data } from '../../testing/run.ts';
import { itemOf } from '../item.ts';
import { Rewriter } from '../rewriter.ts';
import { emits } from './registry.ts';

type Shape = readonly number[];

/** One node of a file: shapes of its float inputs, whole numbers that the file holds, '' for what is left out. */
interface Case {
  readonly op: string;
  readonly inputs: readonly (
    Shape | { readonly integers: Shape; readonly scalar?: boolean } | ''
  )[];
  readonly attributes?: Attributes;
  readonly outputs?: number;
  readonly opset?: number;
}

const isShape = (input: Case['inputs'][number]): input is Shape => Array.isArray(input);

const nodeOf = ({ op, inputs, attributes = {}, outputs = 1 }: Case): Node => ({
  ...splitOpKey(op),
  name: 'node',
  inputs: inputs.map((input, i) => (input === '' ? '' : `x${i}`)),
  outputs: Array.from({ length: outputs }, (_, i) => `y${i}`),
  attributes,
});

const constantsOf = ({ inputs }: Case) =>
  inputs.flatMap((input, i) =>
    typeof input === 'object' && 'integers' in input
      ? [
          [
            `x${i}`,
            int64Tensor(input.scalar ? [] : [input.integers.length], input.integers),
          ] as const,
        ]
      : [],
  );

const modelOf = (of: Case, shapes: ReadonlyMap<string, Shape>): Model => ({
  irVersion: 8,
  producer: 'test',
  opsets: { '': of.opset ?? 18, 'com.microsoft': 1 },
  metadata: {},
  graph: {
    name: 'graph',
    nodes: [nodeOf(of)],
    initializers: new Map(constantsOf(of)),
    inputs: Array.from(shapes, ([name, shape]) => ({ name, dtype: 'float32', shape })),
    outputs: [{ name: 'y0', dtype: 'float32' }],
    values: [],
  },
});

/** The node as nodes of a graph of ours. */
function emitted(
  of: Case,
  g: ReturnType<typeof createGraph>,
  values: ReturnType<typeof g.input>[],
) {
  const rewriter = new Rewriter(g, { opset: of.opset ?? 18, emits, packed: new Map() });
  const rest = values.values();
  of.inputs.forEach((input, i) => {
    const next = isShape(input) ? rest.next().value : undefined;
    if (next) rewriter.set(`x${i}`, next);
  });
  for (const [name, tensor] of constantsOf(of)) rewriter.set(name, itemOf(name, tensor));
  rewriter.run(nodeOf(of));
  return rewriter.value(rewriter.item('y0'));
}

async function compare(of: Case, seed: number): Promise<void> {
  const named = of.inputs.flatMap((input, i) =>
    isShape(input) ? [[`x${i}`, input] as const] : [],
  );
  const random = draws(seed);
  const feeds: Record<string, Data> = Object.fromEntries(
    named.map(([name, shape]) => [name, floats(shape, random.vector(elementCount(shape)))]),
  );
  const original = await (await open(writeModel(modelOf(of, new Map(named)))))(feeds);
  const g = createGraph();
  const values = named.map(([name, shape]) => g.input(name, 'float32', shape));
  g.output('y', emitted(of, g, values));
  const { y } = await (await openGraph(g))(feeds);
  expect(y?.shape).toEqual(original.y0?.shape);
  Array.from(original.y0?.values ?? []).forEach((value, i) =>
    expect(y?.values[i]).toBeCloseTo(value, 4),
  );
  await checkGradients({
    shapes: named.map(([, shape]) => shape),
    build: (graph, ...inputs) => emitted(of, graph, inputs),
    seed,
  });
}

const property = (name: string, drawn: fc.Arbitrary<Case>) =>
  it(name, { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(drawn, fc.nat(), (of, seed) => compare(of, seed)),
      { numRuns: 3 },
    ),
  );

const dim = fc.integer({ min: 1, max: 3 });
const rows = fc.tuple(dim, dim, fc.integer({ min: 2, max: 5 }));
const epsilon = { epsilon: float(1e-2) };

describe('layers that are one kernel in files', () => {
  property(
    'BiasGelu',
    rows.map((shape) => ({ op: 'com.microsoft.BiasGelu', inputs: [shape, [shape[2]]] })),
  );
  property(
    'SkipSimplifiedLayerNormalization, with a bias',
    rows.map((shape) => ({
      op: 'com.microsoft.SkipSimplifiedLayerNormalization',
      inputs: [shape, shape, [shape[2]], [shape[2]]],
      attributes: epsilon,
    })),
  );
  property(
    'SkipLayerNormalization',
    rows.map((shape) => ({
      op: 'com.microsoft.SkipLayerNormalization',
      inputs: [shape, shape, [shape[2]], [shape[2]], [shape[2]]],
      attributes: epsilon,
    })),
  );
  property(
    'FusedMatMul',
    fc.tuple(rows, fc.boolean(), fc.boolean()).map(([[b, m, k], transA, transB]) => ({
      op: 'com.microsoft.FusedMatMul',
      inputs: [transA ? [b, k, m] : [b, m, k], transB ? [4, k] : [k, 4]],
      attributes: { transA: int(Number(transA)), transB: int(Number(transB)), alpha: float(0.5) },
    })),
  );
});

describe('moves as older and newer operators write them', () => {
  const axes = (op: string, inputs: (shape: Shape) => Case['inputs'], values: number[]) =>
    property(
      `${op} with axes as an attribute`,
      rows.map((shape) => ({
        op,
        inputs: inputs(shape),
        opset: 11,
        attributes: { axes: ints(values) },
      })),
    );
  axes('ReduceMean', (shape) => [shape], [-1]);
  axes('ReduceSum', (shape) => [shape], [0, 2]);
  axes('Unsqueeze', (shape) => [shape], [1]);
  axes('Squeeze', (shape) => [[1, ...shape]], [0]);
  property(
    'Split with lengths as an attribute',
    rows.map(([a, b, c]) => ({
      op: 'Split',
      inputs: [[a, 3 * b, c]],
      outputs: 2,
      opset: 11,
      attributes: { axis: int(1), split: ints([b, 2 * b]) },
    })),
  );
  property(
    'Slice in steps, and backwards',
    rows.map(([a, b, c]) => ({
      op: 'Slice',
      inputs: [
        [a, 2 * b, c],
        { integers: [0, -1] },
        { integers: [2 ** 31, -(2 ** 31)] },
        { integers: [1, 2] },
        { integers: [2, -1] },
      ],
    })),
  );
  property(
    'Pow to a whole number',
    rows.map((shape) => ({ op: 'Pow', inputs: [shape, { integers: [2], scalar: true }] })),
  );
});

describe('attention', () => {
  property(
    'MultiHeadAttention, both ways and with biases',
    fc.tuple(dim, dim, dim).map(([b, heads, t]) => ({
      op: 'com.microsoft.MultiHeadAttention',
      inputs: [...[0, 1, 2].map((): Shape => [b, t, heads * 8]), [3 * heads * 8], '' as const],
      attributes: { num_heads: int(heads) },
    })),
  );
  property(
    'MultiHeadAttention that sees what came before',
    fc.tuple(dim, dim, dim).map(([b, heads, t]) => ({
      op: 'com.microsoft.MultiHeadAttention',
      inputs: [0, 1, 2].map((): Shape => [b, t, heads * 8]),
      attributes: { num_heads: int(heads), unidirectional: int(1), scale: float(0.3) },
    })),
  );
});

describe('rotary embedding', () => {
  const node = (attributes: Attributes, width: number) =>
    fc.tuple(dim, dim, dim).map(([b, heads, t]): Case => ({
      op: 'com.microsoft.RotaryEmbedding',
      inputs: [[b, t, heads * 8], { integers: [0] }, [4, width / 2], [4, width / 2]],
      attributes: { num_heads: int(heads), ...attributes },
    }));
  // tables are no weights: only x is differentiated
  const turns = (name: string, drawn: fc.Arbitrary<Case>) =>
    it(name, { timeout: 60_000 }, () =>
      fc.assert(
        fc.asyncProperty(drawn, fc.nat(), async (of, seed) => {
          const random = draws(seed);
          const [x, , table] = of.inputs as [Shape, unknown, Shape];
          const tables = [0, 1].map(() => floatTensor(table, random.vector(elementCount(table))));
          const rotated = (
            g: ReturnType<typeof createGraph>,
            value: ReturnType<typeof g.input>,
          ) => {
            const rewriter = new Rewriter(g, { opset: 18, emits, packed: new Map() });
            rewriter.set('x0', value);
            rewriter.set('x1', itemOf('x1', int64Tensor([1], [0])));
            tables.forEach((tensor, i) => rewriter.set(`x${i + 2}`, itemOf(`x${i + 2}`, tensor)));
            rewriter.run(nodeOf(of));
            return rewriter.value(rewriter.item('y0'));
          };
          const given = modelOf(of, new Map([['x0', x]]));
          tables.forEach((tensor, i) => given.graph.initializers.set(`x${i + 2}`, tensor));
          const feeds = { x0: floats(x, random.vector(elementCount(x))) };
          const original = await (await open(writeModel(given)))(feeds);
          const g = createGraph();
          g.output('y', rotated(g, g.input('x0', 'float32', x)));
          const { y } = await (await openGraph(g))(feeds);
          Array.from(original.y0?.values ?? []).forEach((value, i) =>
            expect(y?.values[i]).toBeCloseTo(value, 4),
          );
          await checkGradients({ shapes: [x], build: rotated, seed });
        }),
        { numRuns: 3 },
      ),
    );
  turns('RotaryEmbedding', node({}, 8));
  turns('RotaryEmbedding of neighbours', node({ interleaved: int(1) }, 8));
  turns('RotaryEmbedding of half a head', node({ rotary_embedding_dim: int(4) }, 4));
});

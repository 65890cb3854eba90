import { expect } from 'vitest';
import { elementCount, int64Tensor } from '../model/tensor.ts';
import type { Attributes, Model, Node, Tensor } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { splitOpKey } from '../graph/op-key.ts';
import type { Value } from '../graph/value.ts';
import { emits } from '../importing/emit/registry.ts';
import { itemOf } from '../importing/item.ts';
import { Rewriter } from '../importing/rewriter.ts';
import { createGraph } from '../ops/registry.ts';
import { draws } from './draws.ts';
import { checkGradients } from './gradient-check.ts';
import { floats, open, openGraph, type Data } from './run.ts';

type Shape = readonly number[];

/** What a node of a file reads: floats of a shape, whole numbers or a table of the file, '' for nothing. */
export type EmitInput =
  Shape | { readonly integers: Shape; readonly scalar?: boolean } | { readonly table: Tensor } | '';

/** One node of a file; its first output counts. */
export interface EmitCase {
  readonly op: string;
  readonly inputs: readonly EmitInput[];
  readonly attributes?: Attributes;
  readonly outputs?: number;
  readonly opset?: number;
}

const isShape = (input: EmitInput): input is Shape => Array.isArray(input);

const nodeOf = ({ op, inputs, attributes = {}, outputs = 1 }: EmitCase): Node => ({
  ...splitOpKey(op),
  name: 'node',
  inputs: inputs.map((input, i) => (input === '' ? '' : `x${i}`)),
  outputs: Array.from({ length: outputs }, (_, i) => `y${i}`),
  attributes,
});

const tensorOf = (input: EmitInput): Tensor | undefined => {
  if (input === '' || isShape(input)) return undefined;
  if ('table' in input) return input.table;
  return int64Tensor(input.scalar ? [] : [input.integers.length], input.integers);
};

const constantsOf = ({ inputs }: EmitCase): Map<string, Tensor> =>
  new Map(
    inputs.flatMap((input, i) => {
      const tensor = tensorOf(input);
      return tensor ? [[`x${i}`, tensor] as const] : [];
    }),
  );

const modelOf = (of: EmitCase, shapes: ReadonlyMap<string, Shape>): Model => ({
  irVersion: 8,
  producer: 'test',
  opsets: { '': of.opset ?? 18, 'com.microsoft': 1 },
  metadata: {},
  graph: {
    name: 'graph',
    nodes: [nodeOf(of)],
    initializers: constantsOf(of),
    inputs: Array.from(shapes, ([name, shape]) => ({ name, dtype: 'float32', shape })),
    outputs: [{ name: 'y0', dtype: 'float32' }],
    values: [],
  },
});

/** The node as nodes of a graph of ours. */
function emitted(of: EmitCase, g: GraphBuilder, values: readonly Value[]): Value {
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

/** Compares what is emitted for a node with what the runtime gives, and its gradients with finite differences. */
export async function checkEmit(of: EmitCase, seed: number): Promise<void> {
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

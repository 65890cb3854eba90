import { describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { cutParameters, llamaForward } from '../llama/forward.ts';
import { initialParameters, parameterCount } from '../llama/parameters.ts';
import { weightedLoss } from '../llama/training.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import { floats, full, integers, openGraph } from '../testing/run.ts';
import { forward, inGraph, readDecoder } from './decoder.ts';

const config: LlamaConfig = {
  vocabSize: 40,
  hiddenSize: 32,
  layers: 2,
  heads: 2,
  kvHeads: 1,
  intermediateSize: 48,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: false,
  contextLength: 16,
};
const n = parameterCount(config);
const parameters = initialParameters(config, 2).map((value) => (value === 1 ? 1 : 6 * value));
const [batch, length] = [2, 6];
const count = batch * length;
const places = Array.from({ length: count }, (_, i) => i);
const feeds = {
  ids: integers(
    [batch, length],
    places.map((i) => (7 * i) % config.vocabSize),
  ),
  labels: integers(
    [count, 1],
    places.map((i) => (5 * i + 1) % config.vocabSize),
  ),
  weights: floats([count, 1], full([count], 1)),
};

/** Loss and its gradients by weights that are inputs of the graph. */
async function lossOf(
  build: (g: GraphBuilder, ids: Value) => { logits: Value; weights: Record<string, Value> },
  values: Record<string, Float32Array>,
) {
  const g = createGraph();
  const ids = g.input('ids', 'int64', [batch, length]);
  const { logits, weights } = build(g, ids);
  const labels = g.input('labels', 'int64', [count, 1]);
  const loss = weightedLoss(g, logits, labels, g.input('weights', 'float32', [count, 1]));
  const names = Object.keys(weights);
  gradients(g, loss, Object.values(weights)).forEach((d, i) => g.output(`d ${names[i]}`, d));
  g.output('loss', loss);
  const run = await openGraph(g);
  return run({
    ...feeds,
    ...Object.fromEntries(
      Object.entries(weights).map(([name, { name: input, shape }]) => [
        input,
        floats(shape, values[name] as Float32Array),
      ]),
    ),
  });
}

describe.each([{}, { quantize: 'q4' }] as const)('a written decoder, %j', (options) => {
  it('has the gradients of the decoder it was written from', { timeout: 60_000 }, async () => {
    const decoder = readDecoder(decoderModel(config, parameters, options));
    const stored = Object.fromEntries(decoder.weights.map(({ name, read }) => [name, read()]));
    const got = await lossOf((g, ids) => {
      const weights: Record<string, Value> = {};
      const logits = forward(g, decoder, {
        ids,
        weight: (graph, name, { shape }) =>
          (weights[name] = graph.input(`w ${name}`, 'float32', shape)),
      });
      return { logits, weights };
    }, stored);
    // the same floats, as the decoder's own training holds them
    const [embedding, ...rest] = decoder.weights;
    const flat = Float32Array.from(
      [embedding, ...rest].flatMap((weight) => Array.from(stored[weight?.name ?? ''] ?? [])),
    );
    expect(flat).toHaveLength(n);
    const expected = await lossOf(
      (g, ids) => {
        const vector = g.input('flat', 'float32', [n]);
        const logits = llamaForward(g, config, cutParameters(g, config, vector), ids);
        return { logits, weights: { flat: vector } };
      },
      { flat },
    );
    expect(got.loss?.values[0]).toBeCloseTo(expected.loss?.values[0] ?? NaN, 5);
    const whole = decoder.weights.flatMap(({ name }) => Array.from(got[`d ${name}`]?.values ?? []));
    whole.forEach((value, i) => expect(value).toBeCloseTo(expected['d flat']?.values[i] ?? NaN, 5));
  });
});

describe('hooks', () => {
  it('stand after each linear layer, part by part', { timeout: 60_000 }, async () => {
    const decoder = readDecoder(decoderModel(config, parameters));
    const names: string[] = [];
    const g = createGraph();
    const ids = g.input('ids', 'int64', [batch, length]);
    const logits = forward(g, decoder, {
      ids,
      linear: (graph, { name, rows, columns }, x, y) => {
        names.push(name);
        expect([x.shape.at(-1), y.shape.at(-1)]).toEqual([rows, columns]);
        const a = graph.input(`${name} A`, 'float32', [rows, 2]);
        const b = graph.input(`${name} B`, 'float32', [2, columns]);
        return graph.add(y, graph.matmul(graph.matmul(x, a), b));
      },
    });
    g.output('with', logits);
    g.output('without', forward(g, decoder, { ids }));
    expect(names).toEqual(decoder.sites.map(({ name }) => name));
    const factors = decoder.sites.flatMap(({ name, rows, columns }) => [
      [`${name} A`, floats([rows, 2], full([rows, 2], 0.1))] as const,
      [`${name} B`, floats([2, columns], full([2, columns], 0))] as const,
    ]);
    const run = await openGraph(g);
    const got = await run({ ids: feeds.ids, ...Object.fromEntries(factors) });
    expect(got.with?.values).toEqual(got.without?.values);
  });
});

it('gives logits in chunks of rows from the same hidden states', { timeout: 60_000 }, async () => {
  const g = createGraph();
  const ids = g.input('ids', 'int64', [batch, length]);
  const { hidden, head } = inGraph(
    g,
    readDecoder(decoderModel(config, parameters, { quantize: 'q4' })),
    { ids },
  );
  expect(hidden.shape).toEqual([count, config.hiddenSize]);
  const nodes = g.nodes.length;
  const chunks = [places.slice(0, 5), places.slice(5)].map((rows) =>
    head(g.op('Gather', [hidden, g.integerVector(rows)])),
  );
  // the body is not written again
  expect(g.nodes.length - nodes).toBeLessThan(10);
  g.output('chunks', g.concat(chunks, 0));
  g.output('whole', head(hidden));
  const got = await (await openGraph(g))({ ids: feeds.ids });
  expect(got.chunks?.shape).toEqual([count, config.vocabSize]);
  Array.from(got.whole?.values ?? []).forEach((value, i) =>
    expect(got.chunks?.values[i]).toBeCloseTo(value, 5),
  );
});

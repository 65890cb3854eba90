import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import { trainableLlama } from '../llama/trainable.ts';
import { withSamplingHead } from '../heads/sampling-head.ts';
import { readModel } from '../model/read.ts';
import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { batchDecoder } from '../rewrite/batched-decoder.ts';
import { flatLength } from '../graph/flat.ts';
import { createGraph } from '../ops/registry.ts';
import { logitsOf } from '../testing/hub-run.ts';
import { draws } from '../testing/draws.ts';
import { packedProjections } from '../testing/packed-projections.ts';
import { floats, integers, open, openGraph, type Data } from '../testing/run.ts';
import { WaveByHand } from '../testing/wave-by-hand.ts';
import { trainedValues } from '../training/trained.ts';
import { factorSpecs, initialFactors, type AdapterShape } from './factors.ts';
import { linearLayers, sitesOf } from './linear-layers.ts';
import { adapterInput } from './factor-nodes.ts';
import { withAdapter } from './with-adapter.ts';

/** Logits of one row. */
const decoderLogits = async (
  model: Model,
  tokens: readonly number[],
  further: Readonly<Record<string, Data>> = {},
) => Float32Array.from(await logitsOf(model, tokens, [1, tokens.length], further));

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 60_000 });

const config: LlamaConfig = {
  vocabSize: 50,
  hiddenSize: 64,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 96,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 32,
};
const parameters = initialParameters(config, 1).map((value) => (value === 1 ? 1 : 8 * value));
const plain = decoderModel(config, parameters);
const bundled = (file: string) => readModel(readFileSync(`public/models/lab-base-4m/onnx/${file}`));
const models: readonly (readonly [name: string, model: Model])[] = [
  ['in fp32', plain],
  ['in 4 bits', decoderModel(config, parameters, { quantize: 'q4' })],
  ['with packed projections', packedProjections(plain)],
  ['bundled, in fp32', bundled('model.onnx')],
  ['bundled, in 4 bits', bundled('model_q4.onnx')],
];
const random = draws(8);
const tokens = [3, 17, 42, 8, 30, 1, 2, 49];
const worst = (a: Float32Array, b: Float32Array) => {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);
};
const adapterOf = (model: Model): AdapterShape => ({
  sites: sitesOf(linearLayers(model)),
  rank: 4,
  scale: 2,
});

describe.each(models)('a decoder %s', (_, model) => {
  const layers = linearLayers(model);
  const adapter = adapterOf(model);
  const n = flatLength(factorSpecs(adapter));
  const fresh = initialFactors(adapter, (draw) => (draw * 0.618) % 1);
  const trained = random.vector(n, 0.1);
  const fed = (factors: Float32Array) => ({ [adapterInput]: floats([n], factors) });

  it('has the seven sites of each layer', () => {
    const count = model.graph.nodes.filter(({ op }) => op === 'GroupQueryAttention').length;
    expect(adapter.sites.length).toBe(7 * count);
    expect(adapter.sites.slice(0, 7).map(({ name }) => name)).toEqual([
      ...['q', 'k', 'v', 'o'].map((part) => `model.layers.0.self_attn.${part}_proj`),
      ...['gate', 'up', 'down'].map((part) => `model.layers.0.mlp.${part}_proj`),
    ]);
  });

  it('gives the plain logits, to the last bit, while B is zero', async () => {
    const wanted = await decoderLogits(model, tokens);
    const live = withAdapter(model, layers, adapter);
    expect(await decoderLogits(live, tokens, fed(fresh))).toEqual(wanted);
    expect(await decoderLogits(withAdapter(model, layers, adapter, fresh), tokens)).toEqual(wanted);
  });

  it('gives other logits afterwards, the same for factors fed and stored', async () => {
    const wanted = await decoderLogits(model, tokens);
    const live = await decoderLogits(withAdapter(model, layers, adapter), tokens, fed(trained));
    const stored = await decoderLogits(withAdapter(model, layers, adapter, trained), tokens);
    expect(worst(live, wanted)).toBeGreaterThan(0.1);
    expect(worst(live, stored)).toBeLessThan(1e-4);
  });

  it('reads many rows over shared prefixes, with the head that draws', async () => {
    const decoder = batchDecoder(model);
    const live = withAdapter(decoder.model, layers, adapter);
    const run = await open(writeModel(live));
    const wave = new WaveByHand((feeds) => run({ ...feeds, ...fed(trained) }), decoder);
    await wave.readPrefixes([tokens.slice(0, 5)]);
    const rows = [tokens.slice(5), [9, 4]];
    const got = await wave.readSuffixes(rows.map((suffix) => ({ from: 5, suffix })));
    const vocabulary = got.values.length / rows.length;
    const single = withAdapter(model, layers, adapter, trained);
    for (const [i, suffix] of rows.entries()) {
      const wanted = await decoderLogits(single, [...tokens.slice(0, 5), ...suffix]);
      const last = Float32Array.from(got.values).slice(i * vocabulary, (i + 1) * vocabulary);
      expect(worst(last, wanted.slice(-vocabulary))).toBeLessThan(1e-3);
    }
    // opens, and still has its input
    const { graph } = withSamplingHead(live);
    expect(graph.inputs.map(({ name }) => name)).toContain(adapterInput);
    await open(writeModel(withSamplingHead(live)));
  });
});

it('has the logits of the graph that trained the factors', async () => {
  const adapter = adapterOf(plain);
  const factors = random.vector(flatLength(factorSpecs(adapter)), 0.1);
  const g = createGraph();
  const ids = g.input('ids', 'int64', [1, tokens.length]);
  const flat = g.input('parameters', 'float32', [factors.length]);
  const { hooks, unused } = trainedValues(g, flat, { kind: 'adapter', ...adapter });
  const { hidden, head } = trainableLlama(config, parameters)(g, ids, hooks);
  g.output('logits', head(hidden));
  expect(unused()).toEqual([]);
  const run = await openGraph(g);
  const { logits } = await run({
    ids: integers([1, tokens.length], tokens),
    parameters: floats([factors.length], factors),
  });
  const got = await decoderLogits(
    withAdapter(plain, linearLayers(plain), adapter, factors),
    tokens,
  );
  expect(worst(got, Float32Array.from(logits?.values ?? []))).toBeLessThan(1e-4);
});

it('leaves the model as it was, and names a site that it does not have', () => {
  const before = plain.graph.nodes.length;
  const adapter = adapterOf(plain);
  withAdapter(plain, linearLayers(plain), adapter);
  expect(plain.graph.nodes.length).toBe(before);
  const narrow = { name: 'model.layers.0.mlp.up_proj', rows: 64, columns: 95 };
  expect(() => withAdapter(plain, linearLayers(plain), { ...adapter, sites: [narrow] })).toThrow(
    /no layer model\.layers\.0\.mlp\.up_proj of the adapter's shape/,
  );
});

import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readDecoder } from '../importing/decoder.ts';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import { flatLength } from '../graph/flat.ts';
import { readModel } from '../model/read.ts';
import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { draws } from '../testing/draws.ts';
import { logitsOf } from '../testing/hub-run.ts';
import { packedProjections } from '../testing/packed-projections.ts';
import { factorSpecs, type AdapterShape } from './factors.ts';
import { linearLayers, sitesOf } from './linear-layers.ts';
import { mergeAdapter, replaceWeights } from './merge.ts';
import { withAdapter } from './with-adapter.ts';

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
const inBits = decoderModel(config, parameters, { quantize: 'q4' });
const bundled = (file: string) => readModel(readFileSync(`public/models/lab-base-4m/onnx/${file}`));
const models: readonly (readonly [name: string, model: Model])[] = [
  ['in fp32', plain],
  ['in 4 bits', inBits],
  ['with packed projections', packedProjections(plain)],
  ['bundled, in fp32', bundled('model.onnx')],
  ['bundled, in 4 bits', bundled('model_q4.onnx')],
];
const random = draws(8);
const tokens = [3, 17, 42, 8, 30, 1, 2, 49];
const logits = (model: Model) => logitsOf(model, tokens, [1, tokens.length]);
const worst = (a: readonly number[], b: readonly number[]) => {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);
};

describe.each(models)('an adapter merged into a decoder %s', (_, model) => {
  const layers = linearLayers(model);
  const adapter: AdapterShape = { sites: sitesOf(layers), rank: 4, scale: 2 };
  const factors = random.vector(flatLength(factorSpecs(adapter)), 0.1);
  const merged = mergeAdapter(model, layers, adapter, factors, { quantized: 'float' });

  it('gives the logits of the adapter beside it, from a file as well', async () => {
    const live = await logits(withAdapter(model, layers, adapter, factors));
    expect(worst(live, await logits(model))).toBeGreaterThan(0.1);
    expect(worst(await logits(merged), live)).toBeLessThan(1e-3);
    const read = readModel(writeModel(merged));
    expect(worst(await logits(read), live)).toBeLessThan(1e-3);
  });

  it('has no layers of few bits left, is found again, and leaves the model as it was', async () => {
    expect(merged.graph.nodes.some(({ op }) => op === 'MatMulNBits')).toBe(false);
    expect(sitesOf(linearLayers(merged))).toEqual(adapter.sites);
    const zero = mergeAdapter(
      model,
      layers,
      adapter,
      factors.map(() => 0),
      { quantized: 'float' },
    );
    expect(worst(await logits(zero), await logits(model))).toBeLessThan(1e-4);
  });
});

describe('layers of few bits', () => {
  const layers = linearLayers(inBits);
  const adapter: AdapterShape = { sites: sitesOf(layers), rank: 2, scale: 1 };
  // far above what rounding changes: an adapter below it would be lost
  const factors = random.vector(flatLength(factorSpecs(adapter)), 0.2);

  it('can be rounded to 4 bits again, as near as 4 bits are', async () => {
    const again = mergeAdapter(inBits, layers, adapter, factors, { quantized: 'q4' });
    const count = (model: Model) =>
      model.graph.nodes.filter(({ op }) => op === 'MatMulNBits').length;
    expect(count(again)).toBe(count(inBits));
    const live = await logits(withAdapter(inBits, layers, adapter, factors));
    const error = worst(await logits(again), live);
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThan(worst(live, await logits(inBits)));
  });
});

describe('weights that have moved as a whole', () => {
  it.each([
    ['in fp32', plain],
    ['in 4 bits', inBits],
  ])('take the place of those %s', async (_, model) => {
    const { weights } = readDecoder(model);
    const same = new Map(weights.map(({ name, read }) => [name, read()]));
    const float = { quantized: 'float' } as const;
    const wanted = await logits(model);
    expect(worst(await logits(replaceWeights(model, same, float)), wanted)).toBeLessThan(1e-4);
    const fine = new Map(readDecoder(plain).weights.map(({ name, read }) => [name, read()]));
    const finer = new Map(
      weights.map(({ name, read }) => [
        name,
        fine.get(name.replace(/_Q4$/, '')) ?? fine.get(name) ?? read(),
      ]),
    );
    const replaced = replaceWeights(model, finer, float);
    // the embedding keeps its type: in fp16 beside layers of 4 bits
    expect(worst(await logits(replaced), await logits(plain))).toBeLessThan(0.02);
  });

  it('are refused by name where they do not fit', () => {
    const float = { quantized: 'float' } as const;
    expect(() => replaceWeights(plain, new Map([['x', new Float32Array(1)]]), float)).toThrow(
      /no weight x/,
    );
    for (const [model, name] of [
      [plain, 'model.layers.0.attn.q_proj.MatMul.weight'],
      [inBits, 'model.layers.0.attn.q_proj.MatMul.weight_Q4'],
    ] as const)
      expect(() => replaceWeights(model, new Map([[name, new Float32Array(3)]]), float)).toThrow(
        /q_proj.* has \d+ elements, not 3/,
      );
  });
});

it('names a site that the model lacks, and a weight that lies elsewhere', () => {
  const layers = linearLayers(plain);
  const sites = [{ name: 'model.layers.9.mlp.up_proj', rows: 64, columns: 96 }];
  const adapter = { sites, rank: 1, scale: 1 };
  const options = { quantized: 'float' } as const;
  expect(() => mergeAdapter(plain, layers, adapter, new Float32Array(160), options)).toThrow(
    /no layer model\.layers\.9\.mlp\.up_proj/,
  );
  const name = 'model.layers.0.mlp.up_proj.MatMul.weight';
  const initializers = new Map(plain.graph.initializers).set(name, {
    dtype: 'float32',
    dims: [64, 96],
    data: new Uint8Array(),
    external: { location: 'weights.bin' },
  });
  const elsewhere = { ...plain, graph: { ...plain.graph, initializers } };
  const here = {
    ...adapter,
    sites: [{ ...sites[0], name: 'model.layers.0.mlp.up_proj' }],
  } as AdapterShape;
  expect(() => mergeAdapter(elsewhere, layers, here, new Float32Array(160), options)).toThrow(
    /the weight model\.layers\.0\.mlp\.up_proj\.MatMul\.weight: .*external/,
  );
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createGraph } from '../../ops/registry.ts';
import { cutFlat, flatLength } from '../../graph/flat.ts';
import type { LlamaConfig } from '../../llama/config.ts';
import { decoderModel } from '../../llama/decoder.ts';
import { initialParameters, splitParameters } from '../../llama/parameters.ts';
import { floatTensor } from '../../model/tensor.ts';
import { logitsOf } from '../../testing/hub-run.ts';
import type { Model } from '../../model/types.ts';
import { draws } from '../../testing/draws.ts';
import { floats, openGraph, type Data } from '../../testing/run.ts';
import { factorHook, factorSpecs, type AdapterShape } from '../factors.ts';
import { linearLayers, sitesOf } from '../linear-layers.ts';
import { withAdapter } from '../with-adapter.ts';
import { AdapterFileError } from './errors.ts';
import { fromPeft, peftName, toPeft } from './peft.ts';
import { readSafetensors, writeSafetensors, type FloatTensor } from './safetensors.ts';

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
  hiddenSize: 32,
  layers: 1,
  heads: 2,
  kvHeads: 1,
  intermediateSize: 40,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 32,
};
const parameters = initialParameters(config, 1).map((value) => (value === 1 ? 1 : 8 * value));
const model = decoderModel(config, parameters);
const layers = linearLayers(model);
const sites = sitesOf(layers);
const adapter: AdapterShape = { sites, rank: 3, scale: 6 / 3 };
const scaling = { r: 3, lora_alpha: 6 };
const random = draws(3);
const factors = random.vector(flatLength(factorSpecs(adapter)), 0.3);
const file = writeSafetensors(toPeft(adapter, factors), { format: 'pt' });
const first = 'model.layers.0.self_attn.k_proj';

/** Names and shapes as PEFT 0.17 writes them for LlamaForCausalLM (peft, utils/save_and_load.py). */
const expected = {
  'base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight': [3, 32],
  'base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight': [32, 3],
  'base_model.model.model.layers.0.self_attn.k_proj.lora_A.weight': [3, 32],
  'base_model.model.model.layers.0.self_attn.k_proj.lora_B.weight': [16, 3],
  'base_model.model.model.layers.0.self_attn.v_proj.lora_A.weight': [3, 32],
  'base_model.model.model.layers.0.self_attn.v_proj.lora_B.weight': [16, 3],
  'base_model.model.model.layers.0.self_attn.o_proj.lora_A.weight': [3, 32],
  'base_model.model.model.layers.0.self_attn.o_proj.lora_B.weight': [32, 3],
  'base_model.model.model.layers.0.mlp.gate_proj.lora_A.weight': [3, 32],
  'base_model.model.model.layers.0.mlp.gate_proj.lora_B.weight': [40, 3],
  'base_model.model.model.layers.0.mlp.up_proj.lora_A.weight': [3, 32],
  'base_model.model.model.layers.0.mlp.up_proj.lora_B.weight': [40, 3],
  'base_model.model.model.layers.0.mlp.down_proj.lora_A.weight': [3, 40],
  'base_model.model.model.layers.0.mlp.down_proj.lora_B.weight': [32, 3],
};

const python = '/usr/bin/python3';
const hasNumpy =
  existsSync(python) &&
  (() => {
    try {
      execFileSync(python, ['-c', 'import numpy'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();

describe('an exported adapter', () => {
  it('has the names and shapes that PEFT gives', () => {
    const { tensors, metadata } = readSafetensors(file);
    const shapes = Object.fromEntries([...tensors].map(([name, { shape }]) => [name, shape]));
    expect(shapes).toEqual(expected);
    expect(metadata).toEqual({ format: 'pt' });
  });

  it('comes back as it was, with identical logits', async () => {
    const back = fromPeft(readSafetensors(file).tensors, scaling, sites);
    expect(back).toEqual({ adapter, factors });
    const tokens = [3, 1, 4, 1, 5];
    const logits = (shape: AdapterShape, values: Float32Array) =>
      decoderLogits(withAdapter(model, layers, shape, values), tokens);
    expect(await logits(back.adapter, back.factors)).toEqual(await logits(adapter, factors));
  });

  it.skipIf(!hasNumpy)('says the same to an independent reader (python3 with numpy)', async () => {
    const views = splitParameters(config, parameters);
    const asked = sites.map(({ name, rows, columns }) => {
      const weight = views.get(`${name}.weight`) as Float32Array;
      const x = random.vector(rows);
      const turned = Array.from({ length: columns }, (_, j) =>
        Array.from({ length: rows }, (_, i) => weight[i * columns + j]),
      );
      return { name, rows, columns, weight, x, turned };
    });
    const folder = mkdtempSync(join(tmpdir(), 'peft-'));
    const path = join(folder, 'adapter_model.safetensors');
    writeFileSync(path, file);
    const answer = JSON.parse(
      execFileSync(python, ['tools/fixtures/peft_reader.py'], {
        encoding: 'utf8',
        input: JSON.stringify({
          file: path,
          config: scaling,
          layers: Object.fromEntries(
            asked.map(({ name, turned, x }) => [name, { weight: turned, x: Array.from(x) }]),
          ),
        }),
      }),
    ) as { tensors: object; metadata: object; y: Record<string, number[]> };
    rmSync(folder, { recursive: true });
    expect(answer.tensors).toEqual(expected);
    expect(answer.metadata).toEqual({ format: 'pt' });
    const g = createGraph();
    const flat = g.input('factors', 'float32', [factors.length]);
    const hook = factorHook(cutFlat(g, flat, factorSpecs(adapter)), adapter);
    for (const { name, rows, columns, weight, x } of asked) {
      const input = g.constant(`x ${name}`, floatTensor([1, rows], x));
      const product = g.matmul(input, g.constant(name, floatTensor([rows, columns], weight)));
      g.output(`y ${name}`, hook(g, { name, rows, columns }, input, product));
    }
    const got = await (await openGraph(g))({ factors: floats([factors.length], factors) });
    for (const { name } of asked)
      for (const [i, wanted] of (answer.y[name] as number[]).entries())
        expect(got[`y ${name}`]?.values[i], `${name} ${i}`).toBeCloseTo(wanted, 4);
  });
});

describe('an adapter made elsewhere', () => {
  const tensors = () => new Map<string, FloatTensor>(toPeft(adapter, factors));
  const read = (given: ReadonlyMap<string, FloatTensor>, configuration = {}) =>
    fromPeft(
      readSafetensors(writeSafetensors(given, {})).tensors,
      { ...scaling, ...configuration },
      sites,
    );

  it('may lack layers, and name them without the wrapper or with its own name', () => {
    const few = new Map(
      [...tensors()]
        .filter(([name]) => name.includes('mlp'))
        .map(([name, each]) => [
          name.replace('base_model.model.', '').replace('.weight', '.default.weight'),
          each,
        ]),
    );
    const { adapter: found } = read(few);
    expect(found.sites.map(({ name }) => name)).toEqual(sites.slice(4).map(({ name }) => name));
  });

  it('may have its scale by the root of the rank, or by layer', () => {
    expect(read(tensors(), { use_rslora: true }).adapter.scale).toBeCloseTo(6 / Math.sqrt(3));
    const given = read(tensors(), { alpha_pattern: { 'self_attn.k_proj': 12 } });
    const at = (values: Float32Array, name: string) => {
      const specs = factorSpecs(adapter);
      const i = specs.findIndex((spec) => spec.name === name);
      const start = flatLength(specs.slice(0, i));
      return values.subarray(start, start + flatLength([specs[i] as (typeof specs)[number]]));
    };
    const [b, other] = [`${first}.lora_B`, 'model.layers.0.mlp.up_proj.lora_B'];
    expect(at(given.factors, b)).toEqual(at(factors, b).map((v) => 2 * v));
    expect(at(given.factors, other)).toEqual(at(factors, other));
  });

  it('may differ in rank from layer to layer', async () => {
    const narrow: AdapterShape = { sites: sites.slice(0, 1), rank: 2, scale: 3 };
    const values = random.vector(flatLength(factorSpecs(narrow)), 0.3);
    const wide: AdapterShape = { sites: sites.slice(1), rank: 3, scale: 2 };
    const others = random.vector(flatLength(factorSpecs(wide)), 0.3);
    const both = new Map([...toPeft(narrow, values), ...toPeft(wide, others)]);
    const joined = read(both, { rank_pattern: { q_proj: 2 } });
    expect(joined.adapter.rank).toBe(3);
    const twice = withAdapter(withAdapter(model, layers, narrow, values), layers, wide, others);
    const tokens = [3, 1, 4, 1, 5];
    const wanted = await decoderLogits(twice, tokens);
    const got = await decoderLogits(
      withAdapter(model, layers, joined.adapter, joined.factors),
      tokens,
    );
    for (const [i, value] of wanted.entries()) expect(got[i]).toBeCloseTo(value, 4);
  });

  const without = (name: string) => {
    const left = tensors();
    left.delete(name);
    return left;
  };
  const renamed = (name: string, to: string) =>
    new Map([...tensors()].map(([each, tensor]) => [each === name ? to : each, tensor]));
  const [a, b] = [peftName(first, 'A'), peftName(first, 'B')];

  it.each([
    [
      'one factor only',
      without(b),
      /layer model\.layers\.0\.self_attn\.k_proj: the file has no lora_B/,
    ],
    ['no tensors', new Map(), /data: the file has no tensors/],
    [
      'layers that the base lacks',
      new Map([
        ...tensors(),
        [
          peftName('model.layers.9.mlp.down_proj', 'B'),
          { shape: [1], values: new Float32Array(1) },
        ],
      ]),
      /layer model\.layers\.9\.mlp\.down_proj: the base model has no such layer/,
    ],
    [
      'another kind of adapter',
      renamed(a, a.replace('.lora_A.weight', '.lora_magnitude_vector')),
      /tensor .*lora_magnitude_vector: it is no lora_A or lora_B/,
    ],
    [
      'a factor that does not fit',
      tensors().set(b, { shape: [9, 3], values: new Float32Array(27) }),
      /tensor .*k_proj\.lora_B\.weight: its shape is \[9, 3\]; beside a layer from 32 to 16 it would be \[16, 3\]/,
    ],
    [
      'numbers that are none',
      tensors().set(a, { shape: [3, 32], values: new Float32Array(96).fill(NaN) }),
      /tensor .*k_proj\.lora_A\.weight: element 0 is NaN/,
    ],
  ])('is refused with %s', (_, given, reason) => {
    expect(() => read(given)).toThrow(AdapterFileError);
    expect(() => read(given)).toThrow(reason);
  });

  it('is refused where the configuration is of another one', () => {
    expect(() => read(tensors(), { r: 8 })).toThrow(/are of rank 3, adapter_config\.json says 8/);
    expect(() => read(tensors(), { lora_alpha: 0 })).toThrow(/lora_alpha 0 and r 3 give no scale/);
  });
});

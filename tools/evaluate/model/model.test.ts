import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { writeDecoder } from '../../../src/onnx/llama/decoder.ts';
import {
  initialParameters,
  parameterCount,
  parameterSpecs,
  splitParameters,
} from '../../../src/onnx/llama/parameters.ts';
import { fromHalf, toHalf } from '../../../src/onnx/model/half.ts';
import { dequantizeQ4, quantizeQ4 } from '../../../src/onnx/quantize/q4.ts';
import { decoderConfig, exportedTokenizer } from '../../pretrain/commands/prepare.ts';
import { recipes } from '../../pretrain/recipes/index.ts';
import { writeCheckpoint } from '../../pretrain/training/checkpoint.ts';
import { readHubConfig, readParameters } from './exported.ts';
import { readWeights } from './open.ts';
import { weightsHash } from './weights.ts';

/** Whether two vectors are the same bytes: toEqual takes minutes over millions of numbers. */
const same = (a: Float32Array, b: Float32Array) =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(
    Buffer.from(b.buffer, b.byteOffset, b.byteLength),
  );

const bundled = 'public/models/lab-base-2m';
const config = (tiedHead: boolean): LlamaConfig => ({
  vocabSize: 40,
  hiddenSize: 64,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 96,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead,
  contextLength: 32,
});

describe('readParameters', () => {
  it.each([true, false])('gives back what was exported, tied head %s', (tied) => {
    const flat = initialParameters(config(tied), 3);
    expect(same(readParameters(config(tied), writeDecoder(config(tied), flat)), flat)).toBe(true);
  });

  it('gives the floats that 4 bits stand for', () => {
    const c = config(false);
    const flat = initialParameters(c, 3);
    const expected = flat.slice();
    const views = splitParameters(c, expected);
    for (const { name, shape } of parameterSpecs(c)) {
      const [rows = 0, columns = 0] = shape;
      const view = views.get(name) as Float32Array;
      if (name.includes('embed')) view.set(fromHalf(toHalf(view)));
      else if (columns > 0) view.set(dequantizeQ4(quantizeQ4(view, rows, columns)));
    }
    const bytes = writeDecoder(c, flat, { quantize: 'q4' });
    expect(same(readParameters(c, bytes), expected)).toBe(true);
    expect(same(expected, flat)).toBe(false);
  });

  it('names the parameter that another shape lacks', () => {
    const bytes = writeDecoder(config(true), initialParameters(config(true), 3));
    expect(() => readParameters({ ...config(true), layers: 3 }, bytes)).toThrow(
      'no parameter model.layers.2.input_layernorm.weight [64]',
    );
  });
});

describe('readHubConfig', () => {
  it('names the field that does not fit', () => {
    const text = readFileSync(join(bundled, 'config.json'), 'utf8');
    expect(readHubConfig('config.json', text).hiddenSize).toBe(192);
    const broken = JSON.stringify({ ...(JSON.parse(text) as object), num_hidden_layers: 0 });
    expect(() => readHubConfig('config.json', broken)).toThrow('config.json: num_hidden_layers:');
  });
});

describe('readWeights', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds a model by its folder, its graph’s folder and its graph', () => {
    const hash = weightsHash(readWeights(bundled));
    for (const place of ['onnx', 'onnx/model.onnx'])
      expect(weightsHash(readWeights(join(bundled, place)))).toBe(hash);
    const q4 = readWeights(join(bundled, 'onnx/model_q4.onnx'));
    expect(q4.name).toBe('lab-base-2m (q4)');
    expect(weightsHash(q4)).not.toBe(hash);
  });

  it('reads the checkpoint of a run, by its recipe’s name or by its shape', () => {
    const tokenizer = exportedTokenizer(bundled);
    const [recipe] = recipes;
    if (!recipe) throw new Error('there is no recipe');
    const parameters = new Float32Array(parameterCount(decoderConfig(recipe, tokenizer))).fill(0.5);
    for (const name of [recipe.name, `${recipe.name}.old`]) {
      const run = join(folder, name);
      mkdirSync(run);
      const saved = { learntFrom: '', tokenizer: tokenizer.toJSON().tokenizer };
      writeFileSync(join(run, 'tokenizer.json'), JSON.stringify(saved));
      const place = { step: 7, documents: 1, seconds: 1, fingerprint: '' };
      const moments = { moment1: parameters, moment2: parameters };
      writeCheckpoint(join(run, 'checkpoint.bin'), { ...place, parameters, ...moments });
      const read = readWeights(run);
      expect(same(read.parameters, parameters)).toBe(true);
      expect(read.config).toEqual(decoderConfig(recipe, tokenizer));
      expect(read.name).toContain('at step 7');
    }
  });

  it('says what is missing', () => {
    expect(() => readWeights(join(folder, 'none'))).toThrow('none is not there.');
    expect(() => readWeights(folder)).toThrow('There is no checkpoint in');
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AutoTokenizer, env } from '@huggingface/transformers';
import * as v from 'valibot';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ModelManifest } from '../../../../src/domain/model.ts';
import {
  endTokensOf,
  GenerationConfig,
  ModelConfig,
} from '../../../../workers/loading/settings.ts';
import type { BenchModel } from './specs.ts';
import { ensureBenchModel, ggufFiles } from './write.ts';

const models = mkdtempSync(join(tmpdir(), 'bench-models-'));
afterAll(() => rmSync(models, { recursive: true }));

const tiny: BenchModel & { kind: 'random' } = {
  kind: 'random',
  id: 'tiny',
  label: 'tiny',
  config: {
    vocabSize: 50,
    hiddenSize: 32,
    layers: 1,
    heads: 2,
    kvHeads: 1,
    intermediateSize: 32,
    normEpsilon: 1e-5,
    ropeTheta: 10000,
    tiedHead: true,
    contextLength: 64,
  },
  seed: 1,
};
const bundled: BenchModel = {
  kind: 'bundled',
  id: 'lab-base-4m',
  label: 'bundled',
  folder: 'public/models/lab-base-4m',
};

describe('ensureBenchModel', () => {
  const log = vi.fn();
  const read = (model: BenchModel, path: string): unknown =>
    JSON.parse(readFileSync(join(models, model.id, path), 'utf8'));

  it('writes what both loaders want, and files for llama.cpp', () => {
    const folder = ensureBenchModel(tiny, log, models);
    const { files } = v.parse(ModelManifest, read(tiny, 'manifest.json'));
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['onnx/model.onnx', 'onnx/model_q4.onnx']));
    expect(paths).toEqual(expect.arrayContaining(Object.values(ggufFiles)));
    expect(paths.every((path) => existsSync(join(folder, path)))).toBe(true);
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('keeps what is there until the model is another', () => {
    const written = () => statSync(join(models, 'tiny/manifest.json')).mtimeMs;
    const before = written();
    ensureBenchModel(tiny, log, models);
    expect(written()).toBe(before);
    expect(log).toHaveBeenCalledTimes(1);
    ensureBenchModel({ ...tiny, seed: 2 }, log, models);
    expect(log).toHaveBeenCalledTimes(2);
  });

  it('has no token that ends an answer', async () => {
    ensureBenchModel(bundled, log, models);
    env.allowRemoteModels = false;
    for (const model of [tiny, bundled]) {
      const tokenizer = await AutoTokenizer.from_pretrained(join(models, model.id));
      const generation = v.parse(GenerationConfig, read(model, 'generation_config.json'));
      const config = v.parse(ModelConfig, read(model, 'config.json'));
      expect(endTokensOf(generation, config, tokenizer.eos_token_id)).toEqual([]);
    }
  });

  it('gives a random model as many plain tokens as it has', async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(join(models, 'tiny'));
    expect(tokenizer.decode([7, 49, 0])).toBe('<7><49><0>');
  });
});

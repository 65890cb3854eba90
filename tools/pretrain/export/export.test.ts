import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ModelManifest } from '../../../src/domain/model.ts';
import { initialParameters } from '../../../src/onnx/llama/parameters.ts';
import { ExportedModel } from '../evaluate/exported-model.ts';
import { labBase2m } from '../recipes/lab-base-2m.ts';
import { trainTokenizer } from '../tokenizer/index.ts';
import { Scorer } from '../training/scorer.ts';
import { exportModel } from './export-model.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const text = 'The niño asks: "How many cats?" — Three cats, and a bird.\n';
const tokenizer = trainTokenizer([text, text, 'cats and cats and a bird'], 300);
const architecture = {
  ...labBase2m.architecture,
  hiddenSize: 64,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 96,
  contextLength: 128,
};
const config = { ...architecture, vocabSize: tokenizer.vocabularySize };
const recipe = { ...labBase2m, name: 'tiny', architecture };
// Larger than a fresh model's, so that logits differ and greedy choices have no near ties.
const parameters = initialParameters(config, 3).map((p) => (p === 1 ? 1 : 8 * p));

let folder: string;
let model: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  model = join(folder, 'tiny');
  exportModel(model, recipe, config, parameters, tokenizer);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('exportModel', () => {
  it('lists every file with its size and hash', () => {
    const manifest = v.parse(
      ModelManifest,
      JSON.parse(readFileSync(join(model, 'manifest.json'), 'utf8')),
    );
    expect(manifest).toMatchObject({ name: 'tiny', contextLength: 128 });
    expect(manifest.trainedLength).toBe(Math.max(...labBase2m.stages.map(({ length }) => length)));
    expect(manifest.parameters).toBe(parameters.length);
    const paths = manifest.files.map((file) => file.path);
    expect([...paths, 'manifest.json'].sort()).toEqual(
      readdirSync(model, { recursive: true })
        .map(String)
        .filter((path) => statSync(join(model, path)).isFile())
        .sort(),
    );
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(model, path));
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });

  it('gives the same bytes again, in place of what was there', () => {
    const before = readFileSync(join(model, 'manifest.json'), 'utf8');
    exportModel(model, recipe, config, parameters, tokenizer);
    expect(readFileSync(join(model, 'manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['tiny']);
  });
});

describe('an exported model in transformers.js', () => {
  it('tokenizes prompts as the rows of training were', async () => {
    const exported = await ExportedModel.open(model, 'fp32');
    const { input_ids: ids } = exported.tokenizer(text);
    expect(Array.from(ids.data as BigInt64Array, Number)).toEqual([
      tokenizer.endOfText,
      ...tokenizer.encode(text),
    ]);
    await exported.close();
  });

  it('predicts what the scoring graph predicts, at every position', async () => {
    const row = [tokenizer.endOfText, ...tokenizer.encode(text), tokenizer.endOfText];
    const scorer = await Scorer.open(config, 2, 100);
    const [wanted] = await scorer.score([row], parameters);
    const exported = await ExportedModel.open(model, 'fp32');
    const found = await exported.logProbabilities(row);
    expect(found).toHaveLength(row.length - 1);
    for (const [t, value] of found.entries()) expect(value).toBeCloseTo(wanted?.[t] ?? NaN, 3);
    await Promise.all([exported.close(), scorer.close()]);
  });

  it('generates greedily, token by token with its cache, what whole rows say', async () => {
    const exported = await ExportedModel.open(model, 'fp32');
    const prompt = 'How many cats';
    const found = await exported.continue(prompt, { maxNewTokens: 12, stop: [] });
    const row = [tokenizer.endOfText, ...tokenizer.encode(prompt)];
    const fresh: number[] = [];
    while (fresh.length < 12) {
      const { data, vocabulary } = await exported.logits([...row, ...fresh]);
      const last = data.subarray(data.length - vocabulary);
      const next = last.indexOf(Math.max(...last));
      if (next === tokenizer.endOfText) break;
      fresh.push(next);
    }
    expect(found).toBe(exported.tokenizer.decode(fresh, { skip_special_tokens: true }));
    const at = Math.floor(found.length / 2);
    const cut = await exported.continue(prompt, {
      maxNewTokens: 12,
      stop: ['§§', found[at] ?? ''],
    });
    expect(cut).toBe(found.slice(0, found.indexOf(found[at] ?? '')));
    await exported.close();
  });

  it('loads in 4 bits, close to full precision but not equal', async () => {
    const row = [tokenizer.endOfText, ...tokenizer.encode(text)];
    const exported = await Promise.all([
      ExportedModel.open(model, 'fp32'),
      ExportedModel.open(model, 'q4'),
    ]);
    const [full, four] = await Promise.all(exported.map((m) => m.logProbabilities(row)));
    const gaps = Array.from(full ?? [], (value, t) => Math.abs(value - (four?.[t] ?? NaN)));
    const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
    expect(mean).toBeGreaterThan(1e-4);
    expect(mean).toBeLessThan(2);
    await Promise.all(exported.map((m) => m.close()));
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ModelManifest } from '../../../src/domain/model.ts';
import { labBase2m } from '../recipes/lab-base-2m.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { ProgressPrinter } from '../training/progress.ts';
import { evaluateRecipe } from './evaluate.ts';
import { exportRecipe } from './export.ts';
import { plotRecipe } from './plot.ts';
import { printSample, printStatistics } from './read-corpus.ts';
import { trainRecipe } from './train.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The real corpus, tokenizer and graphs; a model so small that it takes seconds. */
const recipe: PretrainingRecipe = {
  ...labBase2m,
  name: 'tiny',
  label: 'Tiny',
  tokenizer: { vocabularySize: 300, documents: 60 },
  start: 'random',
  architecture: {
    ...labBase2m.architecture,
    hiddenSize: 32,
    layers: 1,
    heads: 2,
    kvHeads: 1,
    intermediateSize: 32,
    contextLength: 64,
  },
  stages: [
    { name: 'induction', corpus: 'induction', length: 16, batch: 4, tokens: 12 * 64, emphasis: 2 },
    { name: 'long', corpus: 'long', length: 32, batch: 2, tokens: 8 * 64, emphasis: 2 },
  ],
  validation: { everySteps: 10, batch: 8, length: 32 },
};

const home = process.cwd();
let folder: string;
let lines: string[] = [];
const printer = () => new ProgressPrinter({ write: (line: string) => lines.push(line) });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pretrain-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const model = 'public/models/tiny/onnx/model.onnx';
const train = (fresh: boolean, signal = new AbortController().signal) =>
  trainRecipe(recipe, fresh, printer(), signal);

describe('the commands', () => {
  it('say what to do first while there is nothing yet', async () => {
    expect(() => exportRecipe(recipe, printer())).toThrow('train first');
    expect(() => plotRecipe(recipe, printer())).toThrow('train first');
    await expect(evaluateRecipe(recipe, printer())).rejects.toThrow('train or export first');
  });

  it('train to the end, export a model and draw the loss', async () => {
    const outcome = await train(false);
    expect(outcome).toMatchObject({ finished: true, step: 20 });
    exportRecipe(recipe, printer());
    plotRecipe(recipe, printer());
    const manifest: unknown = JSON.parse(readFileSync('public/models/tiny/manifest.json', 'utf8'));
    expect(v.parse(ModelManifest, manifest).parameters).toBe(outcome.parameters.length);
    const svg = readFileSync('docs/pretraining-loss.svg', 'utf8');
    expect(svg).toContain('Pre-training Tiny');
    expect(svg).toContain('>recall ');
    expect(existsSync('.cache/pretrain/tiny/in-use-by')).toBe(false);
  });

  it('have nothing left to train when asked again, and start over with fresh: the same model', async () => {
    const first = readFileSync(model);
    lines = [];
    expect(await train(false)).toMatchObject({ finished: true, step: 20 });
    expect(lines.join('')).not.toContain('Stage');
    await train(true);
    expect(lines.join('')).toContain('now stands in .cache/pretrain/tiny.old');
    exportRecipe(recipe, printer());
    expect(readFileSync(model).equals(first)).toBe(true);
  });

  it('export an unfinished run, saying so', () => {
    lines = [];
    exportRecipe({ ...recipe, stages: [...recipe.stages, ...recipe.stages] }, printer());
    expect(lines.join('')).toContain('at step 20 of 40: the model is not finished');
  });

  it('stop at once when asked before the first step', async () => {
    expect(await train(true, AbortSignal.abort())).toMatchObject({ finished: false, step: 0 });
  });
});

describe('reading the corpus', () => {
  it('prints documents, of one family if asked', () => {
    lines = [];
    printSample({ stage: 'general', seed: 1, count: 3, family: 'recall' }, printer());
    expect(lines.filter((line) => /^=== \d: recall, (en|es|fr)\n\S/.test(line))).toHaveLength(3);
    expect(() =>
      printSample({ stage: 'general', seed: 1, count: 1, family: 'none' }, printer()),
    ).toThrow(/no family "none". It has: .*recall/);
  });

  it('prints what the stages are made of', () => {
    lines = [];
    printStatistics({ seed: 1, count: 200 }, printer());
    const text = lines.join('');
    for (const stage of ['induction', 'general', 'long']) expect(text).toContain(`${stage}: 200`);
    expect(text).toMatch(/tokens per word.*\n {2}en +\d\.\d\d\n/);
  });
});

describe('the program', () => {
  const program = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/pretrain/main.ts', ...args], {
      cwd: home,
      encoding: 'utf8',
    });

  it('ends with code 2 and a clear sentence on bad arguments', () => {
    const { status, stderr } = program('sample', '--count', 'many');
    expect(stderr).toBe(
      '--count many: a whole number of at least 1 belongs here. Try: npm run pretrain -- --help\n',
    );
    expect(status).toBe(2);
  });

  it('explains itself', () => {
    const { status, stdout } = program('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('Ctrl+C saves a checkpoint');
  });
});

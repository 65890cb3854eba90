import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { labBase2m } from '../recipes/lab-base-2m.ts';
import type { StageName } from '../corpus/index.ts';
import type { PretrainingRecipe } from '../recipes/recipe.ts';
import { readCheckpoint } from './checkpoint.ts';
import { readLog } from './log.ts';
import { ProgressPrinter } from './progress.ts';
import { Scorer } from './scorer.ts';
import { validationScores } from './scores.ts';
import { Trainer, type TrainingInputs } from './trainer.ts';
import { Workspace } from './workspace.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const architecture = {
  ...labBase2m.architecture,
  hiddenSize: 16,
  layers: 1,
  heads: 2,
  kvHeads: 1,
  intermediateSize: 24,
  contextLength: 32,
};
const config = { ...architecture, vocabSize: 32 };
const recipe: PretrainingRecipe = {
  ...labBase2m,
  name: 'tiny',
  architecture,
  start: 'random',
  stages: [
    { name: 'short', corpus: 'induction', length: 8, batch: 4, tokens: 15 * 32, emphasis: 2 },
    { name: 'longer', corpus: 'long', length: 16, batch: 3, tokens: 10 * 48, emphasis: 2 },
  ],
  optimizer: { ...labBase2m.optimizer, peakLearningRate: 0.03, warmupTokens: 100 },
  validation: { everySteps: 10, batch: 2, length: 16 },
};

/** Counting upwards in letters, from a place and to a length that depend on seed and stage. */
function documentAt(seed: number, stage: StageName, index: number): { text: string } {
  const n = seed + stage.length + index;
  const start = (n * 7) % 20;
  return { text: 'abcdefghijklmnopqrstuvwxyz'.slice(start, start + 3 + (n % 4)) };
}
const tokenizer = {
  endOfText: 0,
  encode: (text: string) => Array.from(text, (c) => c.charCodeAt(0) - 96),
  byteLength: () => 1,
};
const heldOut = [
  { family: 'low', row: [0, 1, 2, 3, 4, 0], examples: [] },
  { family: 'high', row: [0, 20, 21, 22, 0], examples: [] },
];

let folder: string;
const lines: string[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'trainer-'))));
afterEach(() => {
  rmSync(folder, { recursive: true });
  lines.length = 0;
});

async function inputs(name: string, more: Partial<TrainingInputs> = {}): Promise<TrainingInputs> {
  const scorer = await Scorer.open(config, 2, 16);
  const workspace = new Workspace(join(folder, name));
  workspace.claim();
  return {
    recipe,
    config,
    tokenizer,
    documentAt,
    fingerprint: 'tiny',
    workspace,
    printer: new ProgressPrinter({ write: (line: string) => lines.push(line) }),
    validate: async (parameters) =>
      validationScores(
        heldOut,
        await scorer.score(
          heldOut.map((h) => h.row),
          parameters,
        ),
      ),
    ...more,
  };
}

/** A signal that fires while a batch is put together, when `count` documents were read. */
function stopAfter(count: number): Pick<TrainingInputs, 'signal' | 'documentAt'> {
  const controller = new AbortController();
  let left = count;
  return {
    signal: controller.signal,
    documentAt: (...place) => {
      if (--left === 0) controller.abort();
      return documentAt(...place);
    },
  };
}

describe('Trainer', () => {
  it('learns, logs, validates and checkpoints', async () => {
    const given = await inputs('whole');
    const outcome = await new Trainer(given).run();
    expect(outcome).toMatchObject({ finished: true, step: 25 });
    const log = readLog(given.workspace.log);
    const steps = log.filter((entry) => entry.kind === 'step');
    expect(steps.map((s) => s.step)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(steps[0]?.loss).toBeGreaterThan(3);
    expect(steps.at(-1)?.loss).toBeLessThan(2.6);
    const validations = log.filter((entry) => entry.kind === 'validation');
    expect(validations.map((entry) => entry.step)).toEqual([10, 20, 25]);
    expect(Object.keys(validations[0]?.families ?? {})).toEqual(['high', 'low']);
    expect(readCheckpoint(given.workspace.checkpoint)?.parameters).toEqual(outcome.parameters);
    expect(lines.join('')).toContain('Stage longer: steps 16 to 25');
  });

  it('goes on after every kind of stop with the very same numbers', async () => {
    const whole = await new Trainer(await inputs('whole')).run();
    const stops: number[] = [];
    for (const count of [1, 60, 45, 50, Infinity]) {
      const given = await inputs('stopped', stopAfter(count));
      const outcome = await new Trainer(given).run();
      stops.push(outcome.step);
      if (!outcome.finished) continue;
      expect(outcome.parameters).toEqual(whole.parameters);
      const steps = readLog(given.workspace.log).filter((entry) => entry.kind === 'step');
      expect(steps.map((s) => s.step)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    }
    expect(stops).toEqual([1, 9, 15, 20, 25]);
  });

  it('loses at most the steps after the last checkpoint when it is killed', async () => {
    const whole = await new Trainer(await inputs('whole')).run();
    const given = await inputs('killed', {
      checkpointSeconds: 0,
      validate: () => Promise.reject(new Error('killed')),
    });
    await expect(new Trainer(given).run()).rejects.toThrow('killed');
    expect(readCheckpoint(given.workspace.checkpoint)?.step).toBe(9);
    const again = await new Trainer(await inputs('killed')).run();
    expect(again.parameters).toEqual(whole.parameters);
  });

  it('refuses the checkpoint of another run', async () => {
    await new Trainer(await inputs('run')).run();
    const other = await inputs('run', { fingerprint: 'other' });
    expect(() => new Trainer(other)).toThrow('--fresh');
  });

  it('stops with a clear error when the numbers leave the finite, and keeps the checkpoint', async () => {
    const wild = { ...recipe, optimizer: { ...recipe.optimizer, peakLearningRate: 1e38 } };
    const given = await inputs('wild', { recipe: wild, checkpointSeconds: 0 });
    await expect(new Trainer(given).run()).rejects.toThrow(/diverged at step \d+: loss .*--fresh/);
    const kept = readCheckpoint(given.workspace.checkpoint);
    expect(kept?.step).toBeGreaterThan(0);
  });
});

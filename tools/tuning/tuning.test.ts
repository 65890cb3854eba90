import { describe, expect, it, vi } from 'vitest';
import type { LlamaConfig } from '../../src/onnx/llama/config.ts';
import { initialParameters } from '../../src/onnx/llama/parameters.ts';
import { completionLoss, completionScores } from './completion-scores.ts';
import type { Example } from './example.ts';
import { prefer } from './prefer.ts';
import { table4, type TuningSettings } from './settings.ts';
import { tune } from './tune.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000 });

const config: LlamaConfig = {
  vocabSize: 24,
  hiddenSize: 32,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 48,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 64,
};
const fresh = initialParameters(config, 3);
const end = 0;

/** Eight questions of three tokens; the answers have nothing in common. */
const examples: Example[] = Array.from({ length: 8 }, (_, i) => ({
  prompt: [end, 1, 2 + i, 3 + ((i * 5) % 8)],
  completion: [10 + ((i * 7) % 12), 12 + ((i * 3) % 11), 22 - i, end],
}));
const settings: TuningSettings = {
  ...table4,
  peakLearningRate: 5e-3,
  epochs: 120,
  batch: 4,
  seed: 1,
};

describe('tune', () => {
  it('learns eight examples by heart, the same way every time', async () => {
    const start = fresh.slice();
    const { weights, losses } = await tune(start, config, examples, settings);
    expect(start).toEqual(fresh);
    expect(losses).toHaveLength(240);
    expect(losses[0]).toBeCloseTo(Math.log(config.vocabSize), 0);
    expect(await completionLoss(weights, config, examples)).toBeLessThan(0.02);
    const again = await tune(start, config, examples, settings);
    expect(again.weights).toEqual(weights);
    const other = await tune(start, config, examples, { ...settings, seed: 2 });
    expect(other.weights).not.toEqual(weights);
  });

  it('has at its first step the loss that scoring finds, rows of several lengths included', async () => {
    const long = { prompt: Array.from({ length: 40 }, (_, i) => i % 24), completion: [5, 6] };
    const mixed = [...examples, long];
    const all = { ...settings, epochs: 1, batch: 99 };
    const { losses } = await tune(fresh, config, mixed, all);
    expect(losses).toEqual([expect.closeTo(await completionLoss(fresh, config, mixed), 4)]);
  });

  it('tells what is wrong with settings, examples and a rate that is too high', async () => {
    const zero = { ...settings, epochs: 0 };
    await expect(tune(fresh, config, examples, zero)).rejects.toThrow('epochs');
    const empty = [...examples, { prompt: [1], completion: [] }];
    await expect(tune(fresh, config, empty, settings)).rejects.toThrow('Example 9');
    const wild = { ...settings, peakLearningRate: 1e38 };
    await expect(tune(fresh, config, examples, wild)).rejects.toThrow(/diverged at step \d+/);
  });
});

describe('prefer', () => {
  const pairs = examples.map(({ prompt, completion }, i) => ({
    prompt,
    chosen: completion,
    rejected: [...(examples[(i + 1) % 8]?.completion ?? []).slice(0, 2), end],
  }));
  // Five pairs a step: the last batch of a pass is not full.
  const preference = { ...settings, peakLearningRate: 1e-3, epochs: 60, batch: 5, beta: 0.1 };

  it('comes to prefer every chosen answer, the same way every time', async () => {
    const { weights, steps } = await prefer(fresh, config, pairs, preference);
    expect(steps[0]?.loss).toBeCloseTo(Math.LN2, 4);
    expect(steps[0]?.margin).toBeCloseTo(0, 4);
    expect(steps.slice(-10).map(({ accuracy }) => accuracy)).toEqual(Array(10).fill(1));
    expect(steps.at(-1)?.loss).toBeLessThan(0.4);
    // The margin is what scoring says it is: beta times the change of both log-probabilities.
    const gap = async (given: Float32Array) => {
      const sides = [pairs.map((p) => p.chosen), pairs.map((p) => p.rejected)];
      const [good, bad] = await Promise.all(
        sides.map((side) =>
          completionScores(
            given,
            config,
            side.map((completion, i) => ({ prompt: pairs[i]?.prompt ?? [], completion })),
          ),
        ),
      );
      return Array.from(good ?? [], (score, i) => score - (bad?.[i] ?? NaN));
    };
    const [before, after] = [await gap(fresh), await gap(weights)];
    const margins = after.map((value, i) => 0.1 * (value - (before[i] ?? NaN)));
    expect(Math.min(...margins)).toBeGreaterThan(0);
    const again = await prefer(fresh, config, pairs, preference);
    expect(again.weights).toEqual(weights);
  });

  it('tells what is wrong with settings and pairs', async () => {
    await expect(prefer(fresh, config, pairs, { ...preference, beta: 0 })).rejects.toThrow('beta');
    const [first] = pairs;
    const broken = [{ prompt: first?.prompt ?? [], chosen: [1], rejected: [] }];
    await expect(prefer(fresh, config, broken, preference)).rejects.toThrow('Pair 1');
  });
});

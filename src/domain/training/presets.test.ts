import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  everyProjection,
  presetIds,
  presetSettings,
  trainingPresets,
  type PresetFor,
} from './presets.ts';
import { TrainingSettings } from './settings.ts';
import { splitOf } from './split.ts';

const of = (id: (typeof presetIds)[number], examples: number, method: 'sft' | 'dpo' = 'sft') =>
  presetSettings(id, { method, examples, contextLength: 512, template: 'plain', seed: 7 });

describe('presets', () => {
  it('are settings, whatever the work', () => {
    expect(trainingPresets.map(({ id }) => id)).toEqual(presetIds);
    for (const id of presetIds)
      for (const examples of [1, 3, 12, 300, 4000])
        for (const method of ['sft', 'dpo'] as const) {
          const settings = of(id, examples, method);
          expect(v.parse(TrainingSettings, settings)).toEqual(settings);
          expect(settings.maxLength).toBeLessThanOrEqual(512);
        }
  });

  it('have Table 4 of arXiv 2405.19874', () => {
    const table = [3, 10, 300, 1000, 4000].map((n) => {
      const { batch, epochs } = of('paper', n);
      return [n, batch, epochs];
    });
    expect(table).toEqual([
      [3, 2, 6],
      [10, 8, 6],
      [300, 8, 6],
      [1000, 128, 15],
      [4000, 128, 15],
    ]);
    const { learningRate, schedule, warmup, weightDecay, trained } = of('paper', 3);
    expect({ learningRate, schedule, warmup, weightDecay, trained }).toEqual({
      learningRate: 2e-6,
      schedule: 'cosine',
      warmup: 0.03,
      weightDecay: 0.01,
      trained: { kind: 'all' },
    });
  });

  it('take the projections of the base where they are told', () => {
    const modules = ['c_attn', 'c_proj'];
    const work = { method: 'sft', examples: 12, contextLength: 512, template: 'plain', seed: 7 };
    const settings = presetSettings('lora-small', { ...work, modules } as PresetFor);
    expect(settings.trained).toEqual({ kind: 'adapter', rank: 8, alpha: 16, modules });
    expect(of('lora-small', 12).trained).toMatchObject({ modules: everyProjection });
  });

  it('keep a class waiting for so many steps and no more', () => {
    for (const examples of [1, 3, 12, 40, 200, 4000]) {
      const { batch, epochs } = of('classroom', examples);
      const steps = Math.ceil(examples / batch) * epochs;
      expect(steps).toBeGreaterThanOrEqual(36);
      if (examples <= 480) expect(steps).toBeLessThanOrEqual(121);
    }
  });
});

describe('the split', () => {
  it('holds out a share by the seed, one at least and never all', () => {
    const { training, validation } = splitOf(100, 0.1, 3);
    expect([training.length, validation.length]).toEqual([90, 10]);
    expect([...training, ...validation].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
    expect(splitOf(100, 0.1, 3)).toEqual({ training, validation });
    expect(splitOf(100, 0.1, 4).validation).not.toEqual(validation);
    expect(splitOf(5, 0.01, 1).validation).toHaveLength(1);
    expect(splitOf(1, 0.5, 1)).toEqual({ training: [0], validation: [] });
    expect(splitOf(5, 0, 1).validation).toEqual([]);
    expect(splitOf(0, 0.5, 1)).toEqual({ training: [], validation: [] });
  });
});

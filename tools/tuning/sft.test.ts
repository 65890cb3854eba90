import { describe, expect, it, vi } from 'vitest';
import { demonstration } from '../../src/domain/demonstration.ts';
import { promptText, renderPrompt } from '../../src/domain/prompt.ts';
import type { Recipe } from '../../src/domain/recipe.ts';
import { completionLoss } from './completion-scores.ts';
import { demonstrationExample, demonstrationSettings, tuneOnDemonstrations } from './sft.ts';
import { tinyModel } from './testing.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000 });

const model = tinyModel();
const shown = ['owl', 'dog', 'fish'].map((animal) => ({
  query: `Who is a ${animal}?`,
  answer: `The ${animal} is.`,
}));

describe('demonstrationExample', () => {
  it('is the live prompt without rules, and the answer up to its closing fence', () => {
    const [first = { query: '', answer: '' }] = shown;
    const { prompt, completion } = demonstrationExample(first, model.tokenizer);
    const recipe: Recipe = { rules: '', demonstrations: [], template: 'urial-fenced' };
    const live = promptText(renderPrompt(recipe, [{ query: first.query, answer: null }]));
    expect(model.tokenizer.decode(prompt)).toBe(`<|endoftext|>${live}`);
    expect(model.tokenizer.decode(completion)).toBe('The owl is.\n```<|endoftext|>');
    // Both together are how a demonstration stands in a prompt, up to the line ends behind it.
    const asShown = { ...recipe, demonstrations: [demonstration(first.query, first.answer)] };
    expect(promptText(renderPrompt(asShown, []))).toBe(`${live}The owl is.\n\`\`\`\n\n`);
  });
});

describe('tuneOnDemonstrations', () => {
  it('makes the answers likelier, the same way every time', async () => {
    const examples = shown.map((one) => demonstrationExample(one, model.tokenizer));
    const loss = (weights: Float32Array) => completionLoss(weights, model.config, examples);
    const settings = { format: 'urial-fenced', seed: 3, peakLearningRate: 5e-3 } as const;
    const weights = await tuneOnDemonstrations(model, shown, settings);
    expect(await loss(weights)).toBeLessThan(0.5 * (await loss(model.parameters)));
    expect(await tuneOnDemonstrations(model, shown, settings)).toEqual(weights);
    const other = await tuneOnDemonstrations(model, shown, { ...settings, seed: 4 });
    expect(other).not.toEqual(weights);
  });

  it('changes nothing without demonstrations', async () => {
    const weights = await tuneOnDemonstrations(model, [], { format: 'urial-fenced', seed: 1 });
    expect(weights).toEqual(model.parameters);
  });
});

describe('demonstrationSettings', () => {
  it('takes about as many steps for few demonstrations, and the epochs of the paper for many', () => {
    const steps = (count: number) => {
      const { epochs, batch } = demonstrationSettings(count);
      return epochs * Math.ceil(count / batch);
    };
    for (const count of [1, 3, 6, 12, 24]) {
      expect(steps(count)).toBeGreaterThanOrEqual(36);
      expect(steps(count)).toBeLessThanOrEqual(48);
    }
    expect(demonstrationSettings(50).epochs).toBe(6);
  });
});

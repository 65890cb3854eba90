import { defaultDecoding } from '../../src/domain/decoding.ts';
import { uniform } from '../../src/domain/draw.ts';
import { Adjustments, type Penalties } from './adjustments.ts';
import { Sampler, type Knobs } from './sampler.ts';

const open: Knobs = { temperature: 1, topP: 1, topK: 0, minP: 0 };
const settings: Record<string, Partial<Knobs & Penalties>> = {
  greedy: { temperature: 0 },
  'all tokens': {},
  'top-k 50': { topK: 50 },
  'top-p 0.9': { topP: 0.9 },
  'every knob': { temperature: 0.7, topK: 50, topP: 0.9, minP: 0.05, repetitionPenalty: 1.1 },
};

/** Median time of one draw. */
export interface SamplerTiming {
  vocabularySize: number;
  setting: string;
  /** Milliseconds. */
  time: number;
}

/** Times one draw per vocabulary size and setting, on made-up logits and a prompt of 1000 tokens. */
export function timeSampler(
  sizes: readonly number[] = [2048, 49_152, 151_936],
  rounds = 31,
): SamplerTiming[] {
  return sizes.flatMap((vocabularySize) => {
    const logits = Float32Array.from({ length: vocabularySize }, (_, i) => Math.sin(i * i) * 8);
    const prompt = Array.from({ length: 1000 }, (_, i) => (i * 7) % vocabularySize);
    const sampler = new Sampler(vocabularySize);
    return Object.entries(settings).map(([setting, knobs]) => {
      const adjustments = new Adjustments({ ...defaultDecoding, ...knobs }, prompt);
      const times = Array.from({ length: rounds }, (_, step) => {
        const start = performance.now();
        sampler.draw(logits, { ...open, ...knobs }, adjustments, uniform(1, 'bench', step));
        return performance.now() - start;
      });
      const time = times.sort((a, b) => a - b)[rounds >> 1] ?? NaN;
      return { vocabularySize, setting, time };
    });
  });
}

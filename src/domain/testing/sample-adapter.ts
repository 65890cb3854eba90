import type { Adapter } from '../training/adapter.ts';
import { presetSettings } from '../training/presets.ts';

/** An adapter for tests; equal numbers give equal adapters. */
export function sampleAdapter(i = 0, changes: Partial<Adapter> = {}): Adapter {
  const hex = i.toString(16).padStart(2, '0');
  return {
    schema: 1,
    id: hex.repeat(32),
    name: `Adapter ${i}`,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString(),
    base: { id: 'lab-base-4m', label: 'Lab base 4M', fingerprint: 'f'.repeat(64) },
    weights: {
      kind: 'adapter',
      rank: 8,
      alpha: 16,
      sites: [{ name: 'model.layers.0.self_attn.q_proj', rows: 256, columns: 256 }],
    },
    bytes: 16_384,
    origin: {
      kind: 'trained',
      settings: presetSettings('classroom', {
        method: 'sft',
        examples: 12,
        contextLength: 2048,
        template: 'urial-fenced',
        seed: i,
      }),
      data: { sha256: 'd'.repeat(64), rows: 12, tokens: 480, label: 'The recipe of the page' },
      curve: {
        steps: [{ step: 1, loss: 2.5, gradientNorm: 1.25, learningRate: 1e-3, tokens: 160 }],
        validation: [{ step: 1, loss: 2.25 }],
      },
      device: 'wasm',
      seconds: 12.5,
    },
    ...changes,
  };
}

import { expect, it } from 'vitest';
import { sampleAdapter } from '../../../domain/testing/sample-adapter.ts';
import { presetSettings } from '../../../domain/training/presets.ts';
import { guessedPace, knownPace } from './pace.ts';

const settings = presetSettings('classroom', {
  method: 'sft',
  examples: 12,
  contextLength: 512,
  template: 'plain',
  seed: 1,
});

it('goes by the latest training of the same kind on the same weights', () => {
  const adapters = [
    sampleAdapter(1, { origin: { kind: 'imported', file: 'x' } }),
    sampleAdapter(2),
  ];
  // 12.5 seconds for 160 tokens
  expect(knownPace(adapters, 'f'.repeat(64), settings)).toBeCloseTo(12.5 / 160);
  expect(knownPace(adapters, 'other', settings)).toBeNull();
  expect(knownPace(adapters, 'f'.repeat(64), { ...settings, method: 'dpo' })).toBeNull();
  expect(knownPace(adapters, 'f'.repeat(64), { ...settings, trained: { kind: 'all' } })).toBeNull();
});

it('guesses by the weights alone, whatever other files a model has', () => {
  const file = (path: string, bytes: number) => ({ path, bytes, sha256: 'a'.repeat(64) });
  const model = (bytes: number) =>
    ({
      id: 'm',
      label: 'M',
      precision: 'fp32',
      fingerprint: 'f',
      files: [file('onnx/model.onnx', bytes), file('tokenizer.json', 1e9)],
    }) as const;
  expect(guessedPace({ ...model(2e6), files: [...model(2e6).files] })).toBeCloseTo(
    2 * guessedPace({ ...model(1e6), files: [...model(1e6).files] }),
  );
  expect(guessedPace({ ...model(4e9), files: [...model(4e9).files] })).toBeCloseTo(1);
});

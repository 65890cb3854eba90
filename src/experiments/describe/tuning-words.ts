import { trainingPresets } from '../../domain/training/presets.ts';
import type { Tuning, TuningChanges } from '../document/tuning.ts';

/** A preset by its name. */
export const presetName = (id: string): string =>
  trainingPresets.find((preset) => preset.id === id)?.label ?? id;

type Words = {
  readonly [K in keyof TuningChanges]-?: (value: NonNullable<TuningChanges[K]>) => string;
};

const changeWords: Words = {
  trained: (value) =>
    value.kind === 'all' ? 'all weights' : `rank ${value.rank} on ${value.modules.join(', ')}`,
  answersOnly: (value) => (value ? 'on answers alone' : 'on answers under their questions'),
  epochs: (value) => `${value} ${value === 1 ? 'epoch' : 'epochs'}`,
  batch: (value) => `batches of ${value}`,
  maxLength: (value) => `up to ${value} tokens`,
  learningRate: (value) => `learning rate ${value}`,
  schedule: (value) => `${value} schedule`,
  warmup: (value) => `warm-up ${value}`,
  weightDecay: (value) => `weight decay ${value}`,
  beta1: (value) => `β₁ ${value}`,
  beta2: (value) => `β₂ ${value}`,
  epsilon: (value) => `ε ${value}`,
  clipNorm: (value) => (value === 0 ? 'no clipping' : `clipped at ${value}`),
  beta: (value) => `β ${value}`,
  validation: (value) => `${Math.round(100 * value)} % held out`,
};

/** What is done to the weights, in words. */
export function tuningWords(tuning: Tuning): string {
  if (tuning.kind === 'adapter') return `with the adapter ${tuning.id.slice(0, 12)}…`;
  const { kind, preset, changes = {}, rules } = tuning;
  const how =
    kind === 'sft'
      ? 'fine-tuned on the demonstrations'
      : `preference-tuned on the demonstrations, answers of others rejected (${tuning.rejected.replaceAll('-', ' ')})`;
  const changed = (Object.keys(changeWords) as (keyof TuningChanges)[]).flatMap((key) => {
    const value = changes[key];
    return value === undefined ? [] : [changeWords[key](value as never)];
  });
  return [`${how}: ${presetName(preset)}`, ...changed, ...(rules ? ['under the rules'] : [])].join(
    ', ',
  );
}

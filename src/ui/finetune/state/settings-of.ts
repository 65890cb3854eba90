import { presetSettings } from '../../../domain/training/presets.ts';
import type { TrainingSettings } from '../../../domain/training/settings.ts';
import type { Draft } from './draft.ts';

/** The settings that a draft comes to, for so many examples of one method under one model. */
export function settingsOf(
  { preset, changes, template, seed }: Pick<Draft, 'preset' | 'changes' | 'template' | 'seed'>,
  work: { method: TrainingSettings['method']; examples: number; contextLength: number },
): TrainingSettings {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<TrainingSettings>;
  return { ...presetSettings(preset, { ...work, template, seed }), ...given };
}

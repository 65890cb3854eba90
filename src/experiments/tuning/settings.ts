import { presetSettings } from '../../domain/training/presets.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';
import type { Setting } from '../document/setting.ts';
import type { Trained } from '../document/tuning.ts';

/** What a training's settings follow from, beside its arm's. */
export interface TrainedFor {
  /** Demonstrations that are learnt from. */
  readonly examples: number;
  /** Of the base, in tokens. */
  readonly contextLength: number;
  readonly seed: number;
}

/**
 * The settings of an arm's training: its preset's for this many demonstrations, in the arm's own layout and
 * by the cell's seed, and what the document changes. Nothing is held out unless it says so, since both sides
 * of the comparison have the same demonstrations.
 */
export function settingsOf(
  { template, transforms }: Pick<Setting, 'template' | 'transforms'>,
  { kind: method, preset, changes = {} }: Trained,
  { examples, contextLength, seed }: TrainedFor,
): TrainingSettings {
  const work = { method, examples, contextLength, template, seed };
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<TrainingSettings>;
  // response tuning: a prompt of answers alone has the same counterpart
  const answersOnly = transforms.some(({ kind }) => kind === 'answers-only');
  return { ...presetSettings(preset, work), validation: 0, answersOnly, ...given };
}

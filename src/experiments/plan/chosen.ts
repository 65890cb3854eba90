import { bundledModels } from '../../domain/bundled.ts';
import { isLocal } from '../../domain/cell.ts';
import type { ChosenModel } from './models.ts';
import type { Round } from './plan.ts';

/**
 * The model that an experiment was begun with: what goes on must be what began, whatever the reader has
 * chosen since. Null where nothing says so: then every arm names its model itself.
 */
export function chosenIn(rounds: readonly Pick<Round, 'arms'>[]): ChosenModel | null {
  const arms = rounds.flatMap((round) => round.arms);
  const own = arms.find(({ setting }) => setting.model === 'chosen')?.model;
  if (own && isLocal(own)) return { id: own.id, precision: own.precision };
  for (const { setting, model } of arms) {
    const role = setting.model;
    if (role !== 'twin' && role !== 'smaller') continue;
    const chosen = bundledModels.find((each) => each[role] === model.id);
    if (chosen && isLocal(model)) return { id: chosen.id, precision: model.precision };
  }
  return null;
}

import { bundledModels } from '../../domain/bundled.ts';
import { isLocal } from '../../domain/cell.ts';
import type { Scorer } from '../../scoring/scorer.ts';
import type { ChosenModel } from './models.ts';
import type { Round } from './plan.ts';

/** What a document calls the model of a judge; empty for what is no judge, or served. */
const roleOf = (scorer: Scorer | undefined): string =>
  scorer?.kind === 'judge' && scorer.judge.by === 'model' ? scorer.judge.model : '';

/**
 * The model that an experiment was begun with: what goes on must be what began, whatever the reader has
 * chosen since. Null where nothing says so: then every arm names its model itself.
 */
export function chosenIn(
  rounds: readonly Pick<Round, 'arms' | 'judges'>[],
  scorers: readonly Scorer[] = [],
): ChosenModel | null {
  const arms = rounds.flatMap((round) =>
    round.arms.map(({ setting, model }) => ({ role: setting.model, model })),
  );
  const judges = rounds.flatMap(({ judges = [] }) =>
    judges.map(({ scorer, model }) => ({ role: roleOf(scorers[scorer]), model })),
  );
  const asked = [...arms, ...judges];
  const own = asked.find(({ role }) => role === 'chosen')?.model;
  if (own && isLocal(own)) return { id: own.id, precision: own.precision };
  for (const { role, model } of asked) {
    if (role !== 'twin' && role !== 'smaller') continue;
    const chosen = bundledModels.find((each) => each[role] === model.id);
    if (chosen && isLocal(model)) return { id: chosen.id, precision: model.precision };
  }
  return null;
}

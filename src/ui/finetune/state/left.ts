import { stepCount } from '../../../domain/training/course.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Kept, KeptTrainings } from './kept.ts';

/** A training that was left in the middle. */
export interface Left {
  readonly kept: Kept;
  /** Steps that are safe. */
  readonly step: number;
  readonly steps: number;
}

/** All that was left, with or without a checkpoint: one that has none begins anew. @throws Problem */
export async function leftTrainings(
  trainings: Pick<KeptTrainings, 'all'>,
  engine: Pick<Engine, 'storedTrainings'>,
): Promise<Left[]> {
  const all = await trainings.all();
  const safe = await engine.storedTrainings({});
  return all.map((kept) => {
    const stored = safe.find(({ id }) => id === kept.id);
    const steps = stored?.steps ?? stepCount(kept.rows.training.length, kept.settings);
    return { kept, step: stored?.step ?? 0, steps };
  });
}

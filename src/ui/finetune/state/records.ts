import type { Trained, TrainingRequest } from '../../../../workers/protocol.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import { stepCount } from '../../../domain/training/course.ts';
import type { Kept } from './kept.ts';

/** Looks at the held-out rows about twenty times, asks the query about five times. */
export function requestOf({ id, settings, rows, device, probe }: Kept): TrainingRequest {
  const steps = stepCount(rows.training.length, settings);
  return {
    id,
    settings,
    rows,
    device,
    validateEvery: Math.max(1, Math.round(steps / 20)),
    probes: [probe],
    probeEvery: Math.max(1, Math.ceil(steps / 4)),
  };
}

/** The record of what a training came to. */
export function adapterOf(kept: Kept, { file, curve, device, seconds }: Trained): Adapter {
  const { settings, data, base, name } = kept;
  const { id, bytes, weights } = file;
  return {
    schema: 1,
    id,
    name,
    createdAt: new Date().toISOString(),
    base,
    weights,
    bytes,
    origin: { kind: 'trained', settings, data, curve, device, seconds },
  };
}

export function otherBase({ base, name }: Kept): Problem {
  return new Problem({
    code: 'bad-input',
    message: `“${name}” is a training of ${base.label}, which is not the model that is loaded.`,
    remedy: 'Choose that model, in the same precision, under “Model and device”; then go on.',
  });
}

import type { DeviceChoice } from '../../../src/domain/model.ts';
import type { TrainingSettings } from '../../../src/domain/training/settings.ts';
import type { Run } from '../batches/runs.ts';
import type { State } from '../checkpoints/checkpoint.ts';
import type { TrainingGround } from '../ground.ts';
import type { Prepared } from '../prepare.ts';
import { chooseDevice, type Candidate, type Chosen } from './choose-device.ts';
import { GraphSessions } from './graph-sessions.ts';
import { Learner } from './learner.ts';

/** What is opened. */
export interface LearnerRequest {
  readonly settings: TrainingSettings;
  readonly state: State;
  readonly wanted: DeviceChoice;
  /** Rows to time a step by. */
  readonly run: Run;
}

/** Opens a training's graphs where it is wanted, or where they are fastest. */
export function openLearner(
  { base, devices, turn }: TrainingGround,
  { trained, method, shapes, recompute }: Prepared,
  { settings, state, wanted, run }: LearnerRequest,
): Promise<Chosen> {
  const { decoder, file, beside } = base;
  const parts = { decoder, file, beside, trained, method, shapes, recompute, update: settings };
  const candidates = devices.map(({ kind, software, open, vectors }): Candidate => ({
    kind,
    software,
    open: () =>
      turn(() =>
        Promise.resolve(new Learner(new GraphSessions(parts, open), vectors, turn, state)),
      ),
  }));
  return chooseDevice(candidates, wanted, run);
}

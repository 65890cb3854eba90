import type { DeviceKind } from '../../src/domain/model.ts';
import type { Generation } from '../../src/domain/run.ts';
import type { OpenSession } from '../batch/open-batch.ts';
import type { AdapterFile, GenerationJob } from '../protocol.ts';
import type { TrainingBase } from './base.ts';
import type { Weights } from './checkpoints/checkpoint.ts';
import type { Folder } from '../files/folder.ts';
import type { Vectors } from './learning/device-vectors.ts';
import type { Turn } from './learning/learner.ts';

/** A place where steps can be computed. */
export interface TrainingDevice {
  readonly kind: DeviceKind;
  /** A program on the CPU that stands in for a GPU. */
  readonly software: boolean;
  readonly open: OpenSession;
  readonly vectors: Vectors;
}

/** What trainings stand on. */
export interface TrainingGround {
  readonly base: TrainingBase;
  /** The CPU first. */
  readonly devices: readonly TrainingDevice[];
  /** Bytes that a training may take. */
  readonly allowed: number;
  /** One thing after the other with all else that runs in this worker. */
  readonly turn: Turn;
  /** Where checkpoints are. */
  readonly folder: Folder;
  /** Least time between two checkpoints, in milliseconds; 0: one after each step. */
  readonly checkpointPause: number;
  /** Keeps what was trained as a file; `has` tells whether one is still there. */
  readonly keep: (
    weights: Weights,
    parameters: Float32Array<ArrayBuffer>,
  ) => Promise<Pick<AdapterFile, 'id' | 'bytes'>>;
  readonly has: (id: string) => Promise<boolean>;
  /** Continues a probe's prompt with what the training of this id has come to. */
  readonly generate: (
    job: GenerationJob,
    training: string,
    signal: AbortSignal,
  ) => Promise<Generation>;
}

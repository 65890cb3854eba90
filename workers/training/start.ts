import { uniform } from '../../src/domain/draw.ts';
import { canonicalJson, sha256 } from '../../src/domain/hash.ts';
import { initialFactors } from '../../src/onnx/adapters/factors.ts';
import { trainedLength, type Trained } from '../../src/onnx/training/trained.ts';
import type { TrainingRequest } from '../protocol.ts';
import type { TrainingBase } from './base.ts';
import type { Checkpoint, State, Weights } from './checkpoints/checkpoint.ts';

/** Raise it when the same training may come to other weights than before. */
const version = 1;

/** All that decides what a training comes to, as a hash: a checkpoint goes on under the same only. */
export const identityOf = (
  { fingerprint }: Pick<TrainingBase, 'fingerprint'>,
  { settings, rows }: Pick<TrainingRequest, 'settings' | 'rows'>,
): Promise<string> => sha256(canonicalJson({ version, fingerprint, settings, rows }));

/** What is trained before the first step: fresh factors by the seed, or the base's own weights. */
export function freshState(trained: Trained, base: TrainingBase, seed: number): State {
  const parameters =
    trained.kind === 'all'
      ? base.weights().values
      : Float32Array.from(
          initialFactors(trained, (draw) => uniform(seed, 'the start of the factors', draw)),
        );
  const { length } = parameters;
  return { parameters, moment1: new Float32Array(length), moment2: new Float32Array(length) };
}

/** What is trained, in words of an adapter's record. */
export const weightsOf = (trained: Trained): Weights =>
  trained.kind === 'all'
    ? { kind: 'all', parameters: trainedLength(trained) }
    : {
        kind: 'adapter',
        rank: trained.rank,
        alpha: trained.scale * trained.rank,
        sites: trained.sites.map(({ name, rows, columns }) => ({ name, rows, columns })),
      };

/** A training before its first step. */
export const freshCheckpoint = (
  trained: Trained,
  { fingerprint }: Pick<TrainingBase, 'fingerprint'>,
  identity: string,
  steps: number,
  state: State,
): Checkpoint => ({
  course: {
    schema: 1,
    identity,
    base: fingerprint,
    step: 0,
    steps,
    curve: { steps: [], validation: [] },
    seconds: 0,
    device: 'wasm',
    reference: [],
    weights: weightsOf(trained),
    finished: null,
  },
  state,
});

import type { LinearSite } from '../../src/onnx/importing/hooks.ts';
import type { ParameterSpec } from '../../src/onnx/graph/flat.ts';
import type { TrainingDecoder } from '../../src/onnx/training/decoder.ts';
import type { FileBeside } from '../runtime/file-beside.ts';

/** The loaded model as something to be trained. */
export interface TrainingBase {
  /** Of its files. */
  readonly fingerprint: string;
  readonly contextLength: number;
  readonly vocabularySize: number;
  readonly decoder: TrainingDecoder;
  /** Layers that adapters can stand beside, in the order of the graph. */
  readonly sites: readonly LinearSite[];
  /** All weights, as one vector and what it holds: for trainings that move all of them. */
  readonly weights: () => { specs: readonly ParameterSpec[]; values: Float32Array<ArrayBuffer> };
  /** The decoder's own file, in which graphs find their weights, and what lies beside it. */
  readonly file: Uint8Array;
  readonly beside: () => Promise<readonly FileBeside[]>;
  /** Of all of these, in bytes. */
  readonly size: number;
}

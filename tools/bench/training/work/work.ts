import type { LinearSite } from '../../../../src/onnx/importing/hooks.ts';
import type { LlamaConfig } from '../../../../src/onnx/llama/config.ts';

/** A training that every contestant does: the same weights, tokens, loss and optimizer. */
export interface TrainingWork {
  readonly id: string;
  readonly config: LlamaConfig;
  /** B rows of T positions; row b's tokens 0 .. T - 1 are read, 1 .. T foretold. */
  readonly batch: number;
  readonly length: number;
  /** Tokens learntFrom .. T of a row are learnt; those before them are only read. */
  readonly learntFrom: number;
  /** How many batches there are; step i takes batch i modulo this. */
  readonly batches: number;
  /** Low-rank factors that are trained beside frozen weights; null: all weights are. */
  readonly adapter: WorkAdapter | null;
  readonly optimizer: WorkOptimizer;
}

export interface WorkAdapter {
  readonly rank: number;
  /** alpha / rank. */
  readonly scale: number;
  readonly sites: readonly LinearSite[];
}

/** AdamW at a constant rate, gradients clipped by their norm; weight decay spares vectors. */
export interface WorkOptimizer {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
  readonly clipNorm: number;
}

/**
 * A work's files, in a folder under its id. Numbers are little-endian.
 * tokens: int32 [batches, B, T + 1]; weights: float32, the flat vector of `parameterSpecs`, of 4-bit weights
 * the floats that they stand for; factors: float32, the flat vector of `factorSpecs`, empty without an adapter.
 */
export const workFiles = {
  work: 'work.json',
  tokens: 'tokens.bin',
  weights: 'weights.bin',
  factors: 'factors.bin',
  /** The decoder in the hub's layout, which ours reads. */
  model: 'model.onnx',
} as const;

/** A work with the numbers that it begins with. */
export interface LoadedWork {
  readonly work: TrainingWork;
  readonly tokens: Int32Array;
}

/** Tokens that a step reads. */
export const tokensOf = ({ batch, length }: TrainingWork): number => batch * length;

/** Tokens of a row that are learnt. */
export const learntOf = ({ length, learntFrom }: TrainingWork): number => length + 1 - learntFrom;

/** Row of a step's batch: T + 1 tokens. */
export function rowOf({ work, tokens }: LoadedWork, index: number, row: number): Int32Array {
  const width = work.length + 1;
  const at = ((index % work.batches) * work.batch + row) * width;
  return tokens.subarray(at, at + width);
}

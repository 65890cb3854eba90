import type { GenerationJob } from '../../../workers/protocol.ts';

/** Precisions in which a benchmark's model is written. */
export type BenchPrecision = 'fp32' | 'q4';

/** One of those that do the same work: a plain loop, a padded batch, the lab's engine, llama.cpp. */
export interface Contestant {
  readonly name: string;
  /**
   * Continues every job to its last token; nothing else ends one.
   * @returns what each job drew, in their order, and how long all took together
   */
  run(jobs: readonly GenerationJob[]): Promise<Outcome>;
  close(): Promise<void>;
}

/** What came of some jobs. */
export interface Outcome {
  readonly tokens: readonly (readonly number[])[];
  readonly milliseconds: number;
  /** Most memory that the contestant's process or page held meanwhile, where that can be told. */
  readonly peakBytes?: number;
}

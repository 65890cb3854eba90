import type { GenerationJob } from '../../../workers/protocol.ts';

/** Precisions in which a benchmark's model is written. */
export type BenchPrecision = 'fp32' | 'q4';

/** One of those that do the same work: a plain loop, the lab's engine, llama.cpp. */
export interface Contestant {
  readonly name: string;
  /** What it says of itself: device, threads. */
  readonly about: string;
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
  /** Where the time went, of a contestant that tells. */
  readonly spent?: Spent;
  /** Most memory that the contestant's process or page held meanwhile, where that can be told. */
  readonly peakBytes?: number;
}

/** Parts of the time of a run, in milliseconds; what is left went into drawing and keeping books. */
export interface Spent {
  /** In the runtime: the graph, and what it copies in and out. */
  readonly runtime: number;
  /** Moving keys and values from cache to cache. */
  readonly caches: number;
  /** Choosing tokens from what the graph says of them. */
  readonly drawing: number;
}

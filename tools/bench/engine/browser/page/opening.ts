import type { GenerationJob } from '../../../../../workers/protocol.ts';
import type { BenchPrecision, Outcome } from '../../contest.ts';

/** Contestants that a page can open. */
export type PageContestant = 'transformers.js' | 'ours' | 'llama.cpp';

/** What a page is asked to open; it opens one contestant in its life. */
export interface Opening {
  readonly contestant: PageContestant;
  /** Id of a bench model. */
  readonly model: string;
  readonly precision: BenchPrecision;
  /** WebGPU is a software adapter's: calls of it are counted, times say nothing. llama.cpp runs on wasm only. */
  readonly device: 'wasm' | 'webgpu';
  /** Threads that wasm is to work with. */
  readonly threads: number;
}

/** A contestant as a page has it. */
export interface Opened {
  /** What the contestant says of itself: device, threads, versions. */
  readonly about: string;
  run(jobs: readonly GenerationJob[]): Promise<Omit<Outcome, 'peakBytes'>>;
}

/** Tokens of all jobs, and how long `generate` took for them. */
export async function timed(
  generate: () => Promise<number[][]>,
): Promise<Omit<Outcome, 'peakBytes'>> {
  const start = performance.now();
  const tokens = await generate();
  return { tokens, milliseconds: performance.now() - start };
}

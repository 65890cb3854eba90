import type { StopReason } from '../../../src/domain/run.ts';

/** One prompt to continue: prefix and suffix together are its text. */
export interface Job {
  /** What other jobs may begin with, too. */
  readonly prefix: string;
  readonly suffix: string;
  /** The answer ends before the first of these. */
  readonly stop: readonly string[];
  readonly decoding: JobDecoding;
  readonly maxTokens: number;
}

/** Temperature 0 is greedy; else step t is drawn from (seed, key, t) alone, as in the page. */
export interface JobDecoding {
  readonly temperature: number;
  readonly seed: number;
  readonly key: string;
}

/** What a prompt was continued with. */
export interface Answer {
  readonly text: string;
  readonly stopReason: Exclude<StopReason, 'cancelled'>;
  /** The stop string that ended it, or null. */
  readonly stopString: string | null;
  /** How many tokens were drawn, the end token among them. */
  readonly tokens: number;
}

export const greedy: JobDecoding = { temperature: 0, seed: 0, key: '' };

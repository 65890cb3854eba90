/** Where contestants ran. */
export type Backend = 'node' | 'wasm';

/** One comparison, as `--json` writes it. Tokens a second are new tokens of all runs by the time of all. */
export interface Row {
  readonly suite: 'sweep' | 'single' | 'scoring';
  readonly model: string;
  readonly backend: Backend;
  readonly threads: number;
  /** Tokens that the prompts share. */
  readonly prefix: number;
  readonly runs: number;
  readonly baseline: string;
  /** Runs that the baseline's speed was taken from: all, or every query and every setting once. */
  readonly baseline_runs: number;
  readonly baseline_tok_s: number;
  readonly ours_tok_s: number;
  readonly ratio: number;
  /** Streams without lots that are the same, of those compared; null where none were. */
  readonly identical_streams: string | null;
  readonly peak_mb: number | null;
  readonly baseline_peak_mb: number | null;
  /** Shares of ours' time, where it was told: runtime, caches, drawing. */
  readonly runtime_share: number | null;
  readonly caches_share: number | null;
  readonly drawing_share: number | null;
}

export const megabytes = (bytes: number | undefined): number | null =>
  bytes === undefined ? null : Math.round(bytes / 1e6);

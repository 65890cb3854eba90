import type { Backend } from '../contest.ts';

/** Ours beside one peer, as `--json` writes it; without a peer what is said of one is null. */
export interface Row {
  readonly suite: 'training';
  readonly model: string;
  readonly backend: Backend;
  readonly threads: number;
  readonly peer: string | null;
  /** Tokens read in a step by the median step's time. */
  readonly peer_tok_s: number | null;
  readonly ours_tok_s: number;
  readonly ratio: number | null;
  /** Most memory that the contestant's process or page held. */
  readonly peak_mb: number | null;
  readonly peer_peak_mb: number | null;
  readonly ours_step_ms: number;
  readonly peer_step_ms: number | null;
  /** Multiplications and additions that the step's matrix products need, by its time. */
  readonly ours_gflop_s: number;
  readonly peer_gflop_s: number | null;
  /** Timed steps of ours and of the peer. */
  readonly steps: number;
  readonly peer_steps: number | null;
  /** Largest relative difference of the two's losses in the steps that both did. */
  readonly loss_difference: number | null;
  /** How many of those there are. */
  readonly compared: number | null;
}

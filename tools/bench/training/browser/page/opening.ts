import type { Step } from '../../contest.ts';

/** Contestants that a page can open. */
export type PageContestant = 'ours' | 'jax-js' | 'TF.js wasm' | 'TF.js cpu';

/** What a page is asked to open; it opens one contestant in its life. */
export interface Opening {
  readonly contestant: PageContestant;
  /** Id of a work, whose files are served under /works/. */
  readonly work: string;
  readonly threads: number;
}

/** A training in hand, and what it says of itself. */
export interface Opened {
  readonly about: string;
  readonly step: Step;
}

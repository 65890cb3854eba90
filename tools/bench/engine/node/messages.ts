import type { GenerationJob, ScoringJob } from '../../../../workers/protocol.ts';
import type { BenchPrecision, Outcome } from '../contest.ts';

/** Contestants that run in a process of Node. */
export type NodeContestantName = 'transformers.js' | 'ours';

export interface NodeOpening {
  readonly contestant: NodeContestantName;
  /** Folder of a bench model. */
  readonly folder: string;
  readonly precision: BenchPrecision;
  readonly threads: number;
}

/** Texts judged token by token: log-probabilities by text, and how long all took together. */
export interface Scored {
  readonly logProbabilities: readonly (readonly number[])[];
  readonly milliseconds: number;
}

export type NodeRequest =
  | { readonly kind: 'open'; readonly opening: NodeOpening }
  | { readonly kind: 'run'; readonly jobs: readonly GenerationJob[] }
  | { readonly kind: 'score'; readonly jobs: readonly ScoringJob[] };

export type NodeReply =
  | { readonly kind: 'opened'; readonly about: string }
  | { readonly kind: 'ran'; readonly outcome: Outcome }
  | { readonly kind: 'scored'; readonly scored: Scored }
  | { readonly kind: 'failed'; readonly why: string };

/** A contestant as its process has it. */
export interface InProcess {
  readonly about: string;
  run(jobs: readonly GenerationJob[]): Promise<Outcome>;
  score(jobs: readonly ScoringJob[]): Promise<Scored>;
}

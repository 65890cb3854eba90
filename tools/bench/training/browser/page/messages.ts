import type { Stepped } from '../../contest.ts';
import type { Opening } from './opening.ts';

/** What the page asks a contestant's worker. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly opening: Opening }
  | { readonly kind: 'run'; readonly steps: number };

export type WorkerReply =
  | { readonly kind: 'opened'; readonly about: string }
  | ({ readonly kind: 'ran' } & Stepped)
  | { readonly kind: 'failed'; readonly why: string };

import type { Stepped } from '../contest.ts';

/** What a contestant's process is asked: one line of JSON each, on its standard input. */
export type ProcessRequest =
  | { readonly kind: 'open'; readonly folder: string; readonly threads: number }
  | { readonly kind: 'run'; readonly steps: number };

/** What it answers, a line each. */
export type ProcessReply =
  | { readonly kind: 'opened'; readonly about: string }
  | ({ readonly kind: 'ran' } & Stepped)
  | { readonly kind: 'failed'; readonly why: string };

import type { GenerationJob } from '../../../../../workers/protocol.ts';
import type { Opening } from './opening.ts';

export type TransformersRequest =
  { kind: 'open'; opening: Opening } | { kind: 'run'; jobs: readonly GenerationJob[] };

/** One reply to each request. */
export type TransformersReply =
  | { kind: 'opened'; about: string }
  | { kind: 'answers'; tokens: number[][] }
  | { kind: 'failed'; why: string };

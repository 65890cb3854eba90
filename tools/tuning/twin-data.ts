import type { BenchLanguage } from '../../src/scoring/lab-80/schema.ts';
import type { Split } from '../pretrain/corpus/scene.ts';
import type { AnsweredTurn } from './chat-template.ts';
import { conversation } from './conversations.ts';
import { courteous } from './courtesy.ts';
import { drawPool, languageShares, type PoolEntry } from './pool.ts';

/** What the twin is made from. */
export interface TwinRequest {
  /** Demonstrations of the pool, over all languages. */
  readonly examples: number;
  /** Folder of the pool's files. */
  readonly pool: string;
  /** Every draw. */
  readonly seed: number;
}

/** A conversation whose last answer is to be learnt or measured. */
export type Conversation = readonly AnsweredTurn[];

export interface TwinData {
  /** One for every answer to learn: pool entries, and both turns of conversations. */
  readonly training: readonly Conversation[];
  /** Entries of the pool that preference pairs are made of; the twin has learnt their good answers. */
  readonly entries: readonly PoolEntry[];
  /** Not learnt: pool entries, and second turns about held-out facts in held-out wordings. */
  readonly heldOut: {
    readonly first: readonly Conversation[];
    readonly second: readonly Conversation[];
  };
}

/** Conversations of two turns for each demonstration of the pool. */
const conversationShare = 0.5;

/** An entry's good answer as a conversation of one turn, in the twin's manner. */
export const single = ({ language, query, answer }: PoolEntry): Conversation => [
  { query, answer: courteous(language, answer) },
];

/** Draws all that a twin learns from. The same request gives the same data. */
export function twinData({ examples, pool, seed }: TwinRequest): TwinData {
  const { training, heldOut } = drawPool(pool, examples, seed);
  const conversations = (split: Split, count: number): Conversation[] =>
    (Object.entries(languageShares) as [BenchLanguage, number][]).flatMap(([language, share]) =>
      Array.from({ length: Math.round(count * share) }, (_, i) =>
        conversation(`${seed}/${split}/${language}/${i}`, language, split),
      ),
    );
  const talks = conversations('training', examples * conversationShare);
  return {
    training: [...training.map(single), ...talks.flatMap((turns) => [turns.slice(0, 1), turns])],
    entries: training,
    heldOut: {
      first: heldOut.map(single),
      second: conversations('validation', heldOut.length),
    },
  };
}

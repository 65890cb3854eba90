import { comparedConversations } from '../../domain/training/conversation.ts';
import type { Conversation, Preference } from '../../domain/training/conversation.ts';
import type { TrainingPair, TrainingText } from '../../domain/training/rows.ts';
import { textsToTokenise, trainingText, type TokensOf } from '../../domain/training/tokenised.ts';
import {
  writeConversation,
  type RenderChat,
  type WrittenAnswer,
} from '../../domain/training/written.ts';
import type { Writing } from '../../domain/training/written.ts';

/** Two answers under one prompt, written. */
export interface WrittenPair {
  readonly chosen: WrittenAnswer;
  readonly rejected: WrittenAnswer;
}

/** How examples of one kind become rows. */
export interface Kind<Example, Written, Row> {
  /** Its questions, and its answers. */
  sides(example: Example): { queries: readonly string[]; answers: readonly string[] };
  write(example: Example, writing: Writing, renderChat: RenderChat): Promise<Written>;
  texts(written: Written): string[];
  row(written: Written, tokensOf: TokensOf, endTokens: readonly number[]): Row;
  /** Its texts' tokens, one or two. */
  tokens(row: Row): readonly (readonly number[])[];
}

export const imitation: Kind<Conversation, WrittenAnswer[], TrainingText> = {
  sides: ({ turns }) => ({
    queries: turns.map(({ query }) => query),
    answers: turns.map(({ answer }) => answer),
  }),
  write: writeConversation,
  texts: textsToTokenise,
  row: trainingText,
  tokens: ({ tokens }) => [tokens],
};

/** Only the answers that are compared are learnt, not those of the turns before. */
export const comparison: Kind<Preference, WrittenPair, TrainingPair> = {
  sides: ({ history, query, chosen, rejected }) => ({
    queries: [...history.map((turn) => turn.query), query],
    answers: [...history.map((turn) => turn.answer), chosen, rejected],
  }),
  async write(preference, { template }, renderChat) {
    const [good, bad] = comparedConversations(preference);
    // a preference is between answers to a question: it cannot be left out
    const writing = { template, answersOnly: false };
    const last = async (conversation: Conversation) => {
      const written = (await writeConversation(conversation, writing, renderChat)).at(-1);
      if (!written) throw new RangeError('A conversation needs a turn.');
      return written;
    };
    return { chosen: await last(good), rejected: await last(bad) };
  },
  texts: ({ chosen, rejected }) => [...textsToTokenise([chosen]), ...textsToTokenise([rejected])],
  row: ({ chosen, rejected }, tokensOf, endTokens) => ({
    chosen: trainingText([chosen], tokensOf, endTokens),
    rejected: trainingText([rejected], tokensOf, endTokens),
  }),
  tokens: ({ chosen, rejected }) => [chosen.tokens, rejected.tokens],
};

import type { WrittenToken } from './answers.ts';

/** A reply to be written in the protocol's words. */
export interface Told {
  readonly chat: boolean;
  readonly model: string;
  readonly tokens: readonly WrittenToken[];
  readonly finish: 'stop' | 'length' | null;
  /** Alternatives asked for; 0 for no log-probabilities. */
  readonly alternatives: number;
  readonly promptTokens: number;
}

const textOf = (tokens: readonly WrittenToken[]): string => tokens.map(({ text }) => text).join('');

/** Log-probabilities as chats, or as completions, have them. */
function logProbabilities({ chat, alternatives }: Told, tokens: readonly WrittenToken[]) {
  if (alternatives === 0) return null;
  if (chat)
    return {
      content: tokens.map(({ text, logProbability, alternatives: others }) => ({
        token: text,
        logprob: logProbability,
        bytes: [...Buffer.from(text)],
        top_logprobs: others
          .slice(0, alternatives)
          .map((other) => ({ token: other.text, logprob: other.logProbability })),
      })),
    };
  return {
    tokens: tokens.map(({ text }) => text),
    token_logprobs: tokens.map(({ logProbability }) => logProbability),
    top_logprobs: tokens.map(({ alternatives: others }) =>
      Object.fromEntries(
        others.slice(0, alternatives).map((other) => [other.text, other.logProbability]),
      ),
    ),
    text_offset: tokens.map((_, i) => textOf(tokens.slice(0, i)).length),
  };
}

const usageOf = ({ promptTokens, tokens }: Told) => ({
  prompt_tokens: promptTokens,
  completion_tokens: tokens.length,
  total_tokens: promptTokens + tokens.length,
});

const head = ({ chat, model }: Told, piece: boolean) => ({
  id: 'stand-in-1',
  object: chat ? (piece ? 'chat.completion.chunk' : 'chat.completion') : 'text_completion',
  created: 1_700_000_000,
  model,
});

/** The whole reply as JSON. */
export function whole(told: Told): Record<string, unknown> {
  const text = textOf(told.tokens);
  return {
    ...head(told, false),
    choices: [
      {
        index: 0,
        ...(told.chat ? { message: { role: 'assistant', content: text } } : { text }),
        logprobs: logProbabilities(told, told.tokens),
        finish_reason: told.finish,
      },
    ],
    usage: usageOf(told),
  };
}

/** The reply as the events of a stream, [DONE] not among them. */
export function streamed(told: Told): string[] {
  const pieces = told.tokens.map((token) => ({
    ...head(told, true),
    choices: [
      {
        index: 0,
        ...(told.chat ? { delta: { content: token.text } } : { text: token.text }),
        logprobs: logProbabilities(told, [token]),
        finish_reason: null,
      },
    ],
  }));
  const last = {
    ...head(told, true),
    choices: [
      { index: 0, ...(told.chat ? { delta: {} } : { text: '' }), finish_reason: told.finish },
    ],
  };
  const usage = { ...head(told, true), choices: [], usage: usageOf(told) };
  const ending = told.finish === null ? [] : [last, usage];
  return [...pieces, ...ending].map((piece) => `data: ${JSON.stringify(piece)}\n\n`);
}

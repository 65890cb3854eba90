import type { ServedMessage, ServedRequest } from '../types.ts';

/** What is asked: a text to continue, or a chat to answer. */
export type Asked = ServedRequest &
  ({ readonly prompt: string } | { readonly messages: readonly ServedMessage[] });

/** What a server has been found not to take; servers differ, and say so in a refusal. */
export interface Dialect {
  readonly logProbabilities: boolean;
  /** The newer name of `max_tokens`, which some hosted chats insist on. */
  readonly maxCompletionTokens: boolean;
}

export const plainDialect: Dialect = { logProbabilities: true, maxCompletionTokens: false };

/** Stop strings that the protocol takes; answers are cut at all of them here anyway. */
const mostStops = 4;

/** Where a request goes, below the endpoint's address. */
export const pathOf = (asked: Asked): string =>
  'messages' in asked ? 'chat/completions' : 'completions';

/** The body of a request, as OpenAI's protocol has it. */
export function bodyOf(
  model: string,
  asked: Asked,
  stream: boolean,
  { logProbabilities, maxCompletionTokens }: Dialect,
): Record<string, unknown> {
  const { maxTokens, temperature, topP, stop, seed, presencePenalty, frequencyPenalty } = asked;
  const alternatives = logProbabilities ? asked.topLogProbabilities : 0;
  return {
    model,
    ...('messages' in asked
      ? {
          messages: asked.messages,
          ...(alternatives > 0 && { logprobs: true, top_logprobs: alternatives }),
        }
      : { prompt: asked.prompt, ...(alternatives > 0 && { logprobs: alternatives }) }),
    [maxCompletionTokens ? 'max_completion_tokens' : 'max_tokens']: maxTokens,
    temperature,
    top_p: topP,
    ...(stop.length > 0 && { stop: stop.slice(0, mostStops) }),
    ...(seed !== undefined && { seed }),
    ...(presencePenalty && { presence_penalty: presencePenalty }),
    ...(frequencyPenalty && { frequency_penalty: frequencyPenalty }),
    ...(stream && { stream: true, stream_options: { include_usage: true } }),
  };
}

/**
 * What to ask otherwise after a refusal (status 400 or 422).
 * @param told the server's words
 * @returns null where nothing of ours is at fault
 */
export function dialectAfter(told: string, now: Dialect): Dialect | null {
  if (now.logProbabilities && /logprob/i.test(told)) return { ...now, logProbabilities: false };
  if (!now.maxCompletionTokens && /max_completion_tokens/.test(told))
    return { ...now, maxCompletionTokens: true };
  return null;
}

/** All text that a request sends. */
export const textOf = (asked: Asked): string =>
  'messages' in asked ? asked.messages.map(({ content }) => content).join('\n') : asked.prompt;

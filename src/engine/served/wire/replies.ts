import * as v from 'valibot';
import type { ServedReply, ServedToken } from '../types.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const absent = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.nullable(schema), null);

/** Log-probabilities as completions have them: lists side by side. */
const Lists = v.object({
  tokens: v.array(v.string()),
  token_logprobs: v.array(v.nullable(finite)),
  top_logprobs: absent(v.array(v.nullable(v.record(v.string(), finite)))),
});

/** Log-probabilities as chats have them (and the completions of llama.cpp): token by token. */
const Content = v.object({
  content: absent(
    v.array(
      v.object({
        token: v.string(),
        logprob: finite,
        top_logprobs: v.optional(v.array(v.object({ token: v.string(), logprob: finite })), []),
      }),
    ),
  ),
});

const LogProbabilities = absent(v.union([Lists, Content]));

const words = absent(v.string());
const shared = { finish_reason: words, logprobs: LogProbabilities };

const Usage = absent(v.object({ prompt_tokens: count, completion_tokens: v.optional(count, 0) }));

/** A whole reply; `text` or `message` by how it was asked. */
export const Reply = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        ...shared,
        text: words,
        message: absent(v.object({ content: words })),
      }),
    ),
    v.minLength(1, 'the server gave no answer'),
  ),
  usage: Usage,
});

/** A piece of a streamed reply; the last one may bring nothing but the usage. */
export const Piece = v.object({
  choices: v.array(
    v.object({ ...shared, text: words, delta: absent(v.object({ content: words })) }),
  ),
  usage: Usage,
});

/** A server's own words about what went wrong; each has a shape of its own. */
export const Complaint = v.object({
  error: v.union([v.string(), v.object({ message: v.string() })]),
});

/** What is known of an answer so far. */
export interface Gathered {
  readonly text: string;
  /** Whether any text was there, be it empty. */
  readonly told: boolean;
  readonly finish: string | null;
  readonly tokens: readonly ServedToken[] | null;
  readonly usage: ServedReply['usage'];
}

export const nothing: Gathered = {
  text: '',
  told: false,
  finish: null,
  tokens: null,
  usage: null,
};

/** The tokens of either dialect; null where there are none. */
function tokensOf(given: v.InferOutput<typeof LogProbabilities>): ServedToken[] | null {
  if (given === null) return null;
  if ('content' in given)
    return (
      given.content?.map(({ token, logprob, top_logprobs }) => ({
        text: token,
        logProbability: logprob,
        alternatives: top_logprobs.map(({ token: text, logprob: logProbability }) => ({
          text,
          logProbability,
        })),
      })) ?? null
    );
  const { tokens, token_logprobs: chosen, top_logprobs: top } = given;
  // a token without a number has no place in a list of numbers
  if (tokens.length === 0 || tokens.some((_, i) => chosen[i] == null)) return null;
  return tokens.map((text, i) => ({
    text,
    logProbability: chosen[i] as number,
    alternatives: Object.entries(top?.[i] ?? {})
      .map(([other, logProbability]) => ({ text: other, logProbability }))
      .sort((a, b) => b.logProbability - a.logProbability),
  }));
}

const usageOf = (given: v.InferOutput<typeof Usage>): ServedReply['usage'] =>
  given && { promptTokens: given.prompt_tokens, completionTokens: given.completion_tokens };

/** A whole reply. @throws v.ValiError where it is none */
export function gatherReply(json: unknown): Gathered {
  const { choices, usage } = v.parse(Reply, json);
  const [{ text, message, finish_reason, logprobs }] = choices as [(typeof choices)[number]];
  const given = text ?? message?.content ?? null;
  return {
    text: given ?? '',
    told: given !== null,
    finish: finish_reason,
    tokens: tokensOf(logprobs),
    usage: usageOf(usage),
  };
}

/** What was gathered, and one more piece. @throws v.ValiError where it is none */
export function gatherPiece(before: Gathered, json: unknown): Gathered {
  const { choices, usage } = v.parse(Piece, json);
  const [choice] = choices;
  const text = choice?.text ?? choice?.delta?.content ?? null;
  const tokens = tokensOf(choice?.logprobs ?? null);
  return {
    text: before.text + (text ?? ''),
    told: before.told || text !== null,
    finish: choice?.finish_reason ?? before.finish,
    tokens: tokens ? [...(before.tokens ?? []), ...tokens] : before.tokens,
    usage: usageOf(usage) ?? before.usage,
  };
}

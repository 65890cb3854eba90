/** What a served model is asked, whichever of the protocol's two ways of asking carries it. */
export interface ServedRequest {
  /** Tokens at most, 1 or more. */
  maxTokens: number;
  temperature: number;
  topP: number;
  stop: readonly string[];
  seed?: number;
  /** Taken off what was written before, in the answer alone: the protocol knows no other scope. Absent is 0. */
  presencePenalty?: number;
  frequencyPenalty?: number;
  /** Alternatives wanted beside each token; 0 for none. Servers cap it: 5 is safe, 20 is the most that most give. */
  topLogProbabilities: number;
}

export interface ServedMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A token as the server wrote it; natural logarithms. */
export interface ServedToken {
  text: string;
  logProbability: number;
  alternatives: readonly { text: string; logProbability: number }[];
}

export interface ServedReply {
  text: string;
  finish: 'stop' | 'length';
  /** The stop string that the answer was cut at here; absent where the server ended it by itself. */
  stopString?: string;
  /** null where the server gave none. */
  tokens: readonly ServedToken[] | null;
  /** The server's own count; null where it gave none. */
  usage: { promptTokens: number; completionTokens: number } | null;
}

export interface ServedOptions {
  signal?: AbortSignal;
  /** The answer so far; asks the server to stream. An attempt that failed starts again from ''. */
  onText?: (text: string) => void;
}

/**
 * One model behind an address. What fails is asked again, within the reader's limits; an answer never holds
 * a stop string. Rejects with a Problem that never holds the key; with the signal's reason when aborted.
 */
export interface ServedClient {
  complete(
    request: ServedRequest & { prompt: string },
    options?: ServedOptions,
  ): Promise<ServedReply>;
  chat(
    request: ServedRequest & { messages: readonly ServedMessage[] },
    options?: ServedOptions,
  ): Promise<ServedReply>;
}

/** A served model as a document names it; never a key. */
export interface Endpoint {
  /** What settings and judges call it: `served:<name>`. */
  name: string;
  /** The base of the protocol's addresses, such as http://localhost:8080/v1. */
  url: string;
  model: string;
  api: 'completions' | 'chat';
}

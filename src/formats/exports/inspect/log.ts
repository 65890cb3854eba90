/** What a message of a conversation is in an Inspect log. */
export interface InspectMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  readonly source: 'input' | 'generate';
  readonly model?: string;
}

export interface InspectUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_tokens: number;
}

export type InspectStop = 'stop' | 'max_tokens' | 'model_length' | 'unknown';

export interface InspectChoice {
  readonly message: InspectMessage;
  readonly stop_reason: InspectStop;
  readonly logprobs: {
    readonly content: readonly { readonly token: string; readonly logprob: number }[];
  } | null;
}

export interface InspectScore {
  readonly value: number;
  readonly answer: string;
  readonly explanation: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface InspectSample {
  readonly id: string;
  /** From 1. */
  readonly epoch: number;
  readonly input: string;
  readonly target: string | readonly string[];
  readonly messages: readonly InspectMessage[];
  readonly output: {
    readonly model: string;
    readonly choices: readonly InspectChoice[];
    readonly completion: string;
    readonly usage?: InspectUsage;
    /** Seconds. */
    readonly time?: number;
  };
  /** By the names of scorers; a scorer that gave no number is not there. */
  readonly scores: Readonly<Record<string, InspectScore>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly model_usage: Readonly<Record<string, InspectUsage>>;
  /** Where it came to nothing, or to half. */
  readonly error?: string;
}

/** One system on one data set: what Inspect calls an eval. */
export interface InspectRun {
  /** 22 letters and digits each. */
  readonly runId: string;
  readonly taskId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly status: 'success' | 'cancelled' | 'started';
  readonly task: string;
  readonly displayName: string;
  readonly taskArguments: Readonly<Record<string, unknown>>;
  readonly dataset: { readonly name: string; readonly ids: readonly string[] };
  /** Provider and name. */
  readonly model: string;
  readonly modelArguments: Readonly<Record<string, unknown>>;
  readonly epochs: number;
  readonly packages: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** How a prompt is made, step by step. */
  readonly steps: readonly { readonly solver: string; readonly params: object }[];
  /** Decoding, under Inspect's names. */
  readonly generate: Readonly<Record<string, unknown>>;
  /** Names of scores, in their order. */
  readonly scorers: readonly string[];
  /** Samples that are planned, done or not. */
  readonly planned: number;
  /** Gone through more than once. */
  readonly samples: Iterable<InspectSample>;
}

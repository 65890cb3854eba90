/** Why a result is no success: none, an assertion, or an error (promptfoo's `ResultFailureReason`). */
export const failureReason = { none: 0, assertion: 1, error: 2 } as const;
export type FailureReason = (typeof failureReason)[keyof typeof failureReason];

export interface PromptfooTokens {
  readonly prompt: number;
  readonly completion: number;
}

/** A prompt with the model that it is for: one system. */
export interface PromptfooPrompt {
  /** What the prompt begins with, and `{{query}}`. */
  readonly raw: string;
  readonly label: string;
  /** Id of the provider. */
  readonly provider: string;
}

export interface PromptfooResult {
  /** Numbers of prompt and test, from 0. */
  readonly prompt: number;
  readonly test: number;
  readonly vars: Readonly<Record<string, string | number>>;
  /** The prompt as the model had it; empty where none was written. */
  readonly rendered: string;
  /** Null where there is no answer. */
  readonly answer: {
    readonly text: string;
    readonly finish: 'stop' | 'length';
    readonly tokens: PromptfooTokens;
    readonly milliseconds: number;
  } | null;
  /** Numbers by scorer; a scorer that gave none is not there. */
  readonly scores: Readonly<Record<string, number>>;
  /** The first scorer's; null where it gave none. */
  readonly score: number | null;
  readonly reason: FailureReason;
  readonly error: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface PromptfooRun {
  readonly id: string;
  readonly description: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly prompts: readonly PromptfooPrompt[];
  readonly results: Iterable<PromptfooResult>;
}

import { failureReason, type PromptfooResult, type PromptfooTokens } from './results.ts';

/** Promptfoo's count of tokens, nothing of it cached or spent on judging. */
export function tokenUsage({ prompt, completion }: PromptfooTokens, requests: number) {
  const none = { reasoning: 0, acceptedPrediction: 0, rejectedPrediction: 0 };
  return {
    prompt,
    completion,
    cached: 0,
    total: prompt + completion,
    numRequests: requests,
    completionDetails: none,
    assertions: {
      total: 0,
      prompt: 0,
      completion: 0,
      cached: 0,
      numRequests: 0,
      completionDetails: none,
    },
  };
}

/** Counts the results of a prompt, or of all. */
export class Totals {
  readonly counts = { passed: 0, failed: 0, errors: 0 };
  #score = 0;
  #milliseconds = 0;
  #requests = 0;
  #tokens: PromptfooTokens = { prompt: 0, completion: 0 };
  readonly #named: Record<string, number> = {};
  readonly #numbers: Record<string, number> = {};

  add({ reason, score, scores, answer }: PromptfooResult): void {
    if (reason === failureReason.error) this.counts.errors++;
    else if (reason === failureReason.assertion) this.counts.failed++;
    else this.counts.passed++;
    this.#score += score ?? 0;
    for (const [name, value] of Object.entries(scores)) {
      this.#named[name] = (this.#named[name] ?? 0) + value;
      this.#numbers[name] = (this.#numbers[name] ?? 0) + 1;
    }
    if (!answer) return;
    this.#requests++;
    this.#milliseconds += answer.milliseconds;
    this.#tokens = {
      prompt: this.#tokens.prompt + answer.tokens.prompt,
      completion: this.#tokens.completion + answer.tokens.completion,
    };
  }

  get tokens() {
    return tokenUsage(this.#tokens, this.#requests);
  }

  /** Sums, each with how many it is of: promptfoo divides. */
  get metrics() {
    const { passed, failed, errors } = this.counts;
    return {
      score: this.#score,
      testPassCount: passed,
      testFailCount: failed,
      testErrorCount: errors,
      assertPassCount: 0,
      assertFailCount: 0,
      totalLatencyMs: this.#milliseconds,
      tokenUsage: this.tokens,
      namedScores: { ...this.#named },
      namedScoresCount: { ...this.#numbers },
      cost: 0,
    };
  }
}

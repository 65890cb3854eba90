import { Problem } from '../../domain/problem.ts';
import type { ServedLimits } from './limits.ts';

/** Characters of a token, on the safe side: English has about four. */
const charactersPerToken = 3;

/** Tokens that a text comes to by its length, where nobody counts them. */
export const tokensByLength = (text: string): number => Math.ceil(text.length / charactersPerToken);

/** What was asked of served models so far. */
export interface Spent {
  readonly requests: number;
  /** By the servers' own count where they give one, else by estimate. */
  readonly tokens: number;
  /** Requests that had to be tried again. */
  readonly retried: number;
}

/** Holds what a reader lets a run spend: nothing is sent that could exceed it. */
export class Budget {
  readonly #limits: Pick<ServedLimits, 'requests' | 'tokens'>;
  #requests = 0;
  #tokens = 0;
  #retried = 0;

  constructor(limits: Pick<ServedLimits, 'requests' | 'tokens'>) {
    this.#limits = limits;
  }

  get spent(): Spent {
    return { requests: this.#requests, tokens: this.#tokens, retried: this.#retried };
  }

  /**
   * Takes a request's share before it is sent.
   * @param tokens the most that it may come to, by estimate
   * @throws Problem 'budget-spent', and then nothing is taken
   */
  take(tokens: number): void {
    const { requests: mostRequests, tokens: mostTokens } = this.#limits;
    if (mostRequests !== null && this.#requests + 1 > mostRequests)
      throw spent(`${mostRequests.toLocaleString('en')} requests`, 'another one');
    if (mostTokens !== null && this.#tokens + tokens > mostTokens)
      throw spent(
        `${mostTokens.toLocaleString('en')} tokens`,
        `one that may take ${tokens.toLocaleString('en')}, with ${this.#tokens.toLocaleString('en')} used`,
      );
    this.#requests++;
    this.#tokens += tokens;
  }

  /** Sets what was taken right, when it is known. @param used tokens; 0 where the server did no work */
  settle(taken: number, used: number): void {
    this.#tokens += used - taken;
  }

  retry(): void {
    this.#retried++;
  }
}

function spent(limit: string, next: string): Problem {
  return new Problem({
    code: 'budget-spent',
    message: `The budget of ${limit} leaves no room for ${next}, and nothing more was sent.`,
    remedy: 'Raise the budget and resume: what is finished is kept, and not asked again.',
  });
}

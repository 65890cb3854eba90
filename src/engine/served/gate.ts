import type { ServedLimits } from './limits.ts';
import { wait } from './wait.ts';

/** What a minute's requests are counted over, in milliseconds. */
const minute = 60_000;

/** Lets requests through, so many at a time and so many a minute, in the order they came. */
export class Gate {
  readonly #limits: Pick<ServedLimits, 'concurrency' | 'requestsPerMinute'>;
  /** When the last minute's requests began, by performance.now(). */
  #begun: number[] = [];
  #inside = 0;
  #closedUntil = 0;
  #line: Promise<unknown> = Promise.resolve();
  readonly #leaving = new Set<() => void>();

  constructor(limits: Pick<ServedLimits, 'concurrency' | 'requestsPerMinute'>) {
    this.#limits = limits;
  }

  /** Resolves when a request may begin; `leave` has to follow. @throws the signal's reason */
  enter(signal?: AbortSignal): Promise<void> {
    const turn = this.#line.then(() => this.#turn(signal));
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  leave(): void {
    this.#inside--;
    for (const wake of this.#leaving) wake();
    this.#leaving.clear();
  }

  /** Lets nobody in for a while: a server asked for it. */
  close(milliseconds: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, performance.now() + milliseconds);
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const pause = this.#pause();
      if (pause > 0) await wait(pause, signal);
      else if (this.#inside >= this.#limits.concurrency) await this.#room(signal);
      else break;
    }
    this.#inside++;
    this.#begun.push(performance.now());
  }

  /** Milliseconds until neither the minute nor a server's wish stands against one more. */
  #pause(): number {
    const now = performance.now();
    const most = this.#limits.requestsPerMinute ?? Infinity;
    this.#begun = this.#begun.filter((time) => now - time < minute);
    const first = this.#begun[this.#begun.length - most];
    return Math.max(this.#closedUntil - now, first === undefined ? 0 : first + minute - now);
  }

  async #room(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#leaving.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }
}

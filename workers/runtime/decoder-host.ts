import { runFailed } from './problems.ts';
import type { TurnQueue } from './queue.ts';

/**
 * Keeps a decoder fit for work: its users take turns, and after a failed run, which leaves a session in
 * an unknown state, the next turn gets a new one.
 */
export class DecoderHost<Held extends { release(): Promise<void> }> {
  readonly #queue: TurnQueue;
  readonly #reopen: () => Promise<Held>;
  #decoder: Held | null;

  constructor(queue: TurnQueue, decoder: Held, reopen: () => Promise<Held>) {
    this.#queue = queue;
    this.#decoder = decoder;
    this.#reopen = reopen;
  }

  /**
   * One turn at the device, when those before it are done. A turn that throws costs the session.
   * @throws Problem 'device-failed'
   */
  turn<Result>(work: (decoder: Held) => Promise<Result>): Promise<Result> {
    return this.#queue.take(async () => {
      this.#decoder ??= await this.#reopen();
      try {
        return await work(this.#decoder);
      } catch (thrown) {
        await this.#drop().catch(() => undefined); // what broke may not even close
        throw runFailed(thrown);
      }
    });
  }

  /** Gives the session up, after the turns already asked for. */
  release(): Promise<void> {
    return this.#queue.take(() => this.#drop());
  }

  async #drop(): Promise<void> {
    const decoder = this.#decoder;
    this.#decoder = null;
    await decoder?.release();
  }
}

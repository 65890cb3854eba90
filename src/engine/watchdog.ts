/** How often signs of life are looked for, and how many looks in vain mean that there is none. */
export interface Patience {
  /** Milliseconds between two looks. */
  interval: number;
  /** With nothing to do. */
  idle: number;
  /** At work, when one long run may keep a worker from answering. */
  busy: number;
}

export const patience: Patience = { interval: 5000, idle: 4, busy: 36 };

/**
 * Notices a worker that says nothing any more. Counts looks, not time: a machine that slept, or a page
 * whose timers were slowed down, has not waited in vain.
 */
export class Watchdog {
  readonly #timer: ReturnType<typeof setInterval>;
  #silence = 0;

  /**
   * @param ping asks for a sign of life
   * @param busy whether an answer is owed
   * @param onSilence told once, when patience has run out
   */
  constructor(
    ping: () => void,
    busy: () => boolean,
    onSilence: () => void,
    { interval, idle, busy: working }: Patience = patience,
  ) {
    this.#timer = setInterval(() => {
      if (this.#silence++ < (busy() ? working : idle)) ping();
      else {
        this.stop();
        onSilence();
      }
    }, interval);
  }

  /** Any message is a sign of life. */
  heard(): void {
    this.#silence = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
